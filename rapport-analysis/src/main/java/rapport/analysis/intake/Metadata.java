package rapport.analysis.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself where readers do not see it: JSON-LD, Open Graph and other meta tags, {@code time} elements.
 * JSON-LD goes before meta tags, and these before what stands in the page.
 *
 * <p>Days are taken as written, at the offset that they are written with.
 */
record Metadata(
        Optional<String> headline,
        Optional<String> description,
        Optional<String> byline,
        Optional<String> outlet,
        Optional<String> url,
        Optional<LocalDate> published,
        Optional<LocalDate> updated,
        Optional<String> language,
        Optional<String> articleBody,
        boolean isArticle) {

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publication-date",
            "sailthru.date",
            "parsely-pub-date",
            "article.published",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date",
            "dcterms.date",
            "citation_publication_date",
            "rnews:datepublished",
            "originalpublicationdate",
            "cxenseparse:recs:publishtime");

    private static final List<String> UPDATED = List.of(
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "last-modified",
            "lastmod",
            "dcterms.modified",
            "revised");

    static Metadata of(Document page) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (Element element : page.select("meta[content]")) {
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
                String content = element.attr("content").strip();
                if (!name.isEmpty() && !content.isEmpty()) meta.putIfAbsent(name, content);
            }
        }
        Linked linked = Linked.of(page);
        Map<String, Object> article = linked.article();
        Optional<LocalDate> published = day(Linked.text(article, "datePublished"))
                .or(() -> firstDay(meta, PUBLISHED))
                .or(() -> visibleDay(page, false));
        Optional<LocalDate> updated = day(Linked.text(article, "dateModified"))
                .or(() -> firstDay(meta, UPDATED))
                .or(() -> visibleDay(page, true));
        return new Metadata(
                Linked.text(article, "headline")
                        .or(() -> find(meta, "og:title"))
                        .or(() -> find(meta, "twitter:title")),
                find(meta, "og:description").or(() -> find(meta, "description")),
                linked.names(article.get("author")).or(() -> visibleByline(meta, page)),
                linked.names(article.get("publisher"))
                        .or(() -> find(meta, "og:site_name"))
                        .or(() -> find(meta, "application-name"))
                        .or(() -> find(meta, "dc.publisher")),
                url(page, meta, article),
                published,
                updated,
                Linked.text(article, "inLanguage")
                        .or(() -> Optional.of(page.select("html").attr("lang")).filter(lang -> !lang.isBlank()))
                        .or(() -> find(meta, "og:locale"))
                        .map(lang -> lang.strip().toLowerCase(Locale.ROOT)),
                Linked.text(article, "articleBody"),
                !article.isEmpty()
                        || find(meta, "og:type").filter("article"::equals).isPresent());
    }

    private static Optional<String> url(Document page, Map<String, String> meta, Map<String, Object> article) {
        List<String> candidates = new ArrayList<>();
        for (Element link : page.select("link[rel=canonical][href]")) candidates.add(link.attr("href"));
        find(meta, "og:url").ifPresent(candidates::add);
        Linked.text(article, "url").ifPresent(candidates::add);
        Linked.text(article, "mainEntityOfPage").ifPresent(candidates::add);
        return candidates.stream()
                .map(String::strip)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .findFirst();
    }

    private static Optional<LocalDate> firstDay(Map<String, String> meta, List<String> names) {
        for (String name : names) {
            Optional<LocalDate> day = day(find(meta, name));
            if (day.isPresent()) return day;
        }
        return Optional.empty();
    }

    /** Of a {@code time} element or one marked as the day: first one that says so itself, then the first of the article. */
    private static Optional<LocalDate> visibleDay(Document page, boolean isUpdate) {
        String marked = isUpdate
                ? "[itemprop=dateModified], time[class*=updated], time[class*=modified]"
                : "[itemprop=datePublished], time[pubdate], time[class*=publish], time[class*=entry-date]";
        String anywhere =
                isUpdate ? "" : "article time, main time, header time, [class*=byline] time, [class*=date] time";
        for (String query : List.of(marked, anywhere)) {
            if (query.isEmpty()) continue;
            for (Element element : page.select(query)) {
                if (element.closest("aside, nav, footer") != null) continue;
                boolean isOther = element.is("[itemprop=dateModified], [class*=updated], [class*=modified]");
                if (isOther != isUpdate) continue;
                for (String written : List.of(element.attr("datetime"), element.attr("content"), element.text())) {
                    Optional<LocalDate> day = WrittenDay.parse(written);
                    if (day.isPresent()) return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> visibleByline(Map<String, String> meta, Document page) {
        for (String name :
                List.of("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")) {
            Optional<String> author = find(meta, name).filter(text -> !text.contains("://"));
            if (author.isPresent()) return author.map(Metadata::withoutBy);
        }
        for (Element element :
                page.select("[itemprop=author], [rel=author], [class~=(?i)\\bbyline\\b], [class~=(?i)\\bauthor\\b]")) {
            if (element.closest("aside, nav, footer") != null) continue;
            String text = element.text().strip();
            if (text.isEmpty() || text.length() > 100) continue;
            Optional<String> names = FurnitureLine.parse(text)
                    .or(() -> FurnitureLine.parse("By " + text))
                    .flatMap(FurnitureLine::byline);
            if (names.isPresent()) return names;
        }
        return Optional.empty();
    }

    private static String withoutBy(String author) {
        return author.regionMatches(true, 0, "by ", 0, 3) ? author.substring(3).strip() : author;
    }

    private static Optional<LocalDate> day(Optional<String> text) {
        return text.flatMap(WrittenDay::parse);
    }

    private static Optional<String> find(Map<String, String> meta, String name) {
        return Optional.ofNullable(meta.get(name));
    }

    /** The JSON-LD of a page: its objects by id, and the article among them. */
    private record Linked(Map<String, Map<String, Object>> byId, Map<String, Object> article) {

        static Linked of(Document page) {
            Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
            List<Map<String, Object>> articles = new ArrayList<>();
            for (Element script : page.select("script[type*=ld+json]")) {
                Json.parse(script.data().strip()).ifPresent(value -> collect(value, byId, articles));
            }
            return new Linked(byId, articles.isEmpty() ? Map.of() : articles.get(0));
        }

        private static void collect(
                Object value, Map<String, Map<String, Object>> byId, List<Map<String, Object>> articles) {
            if (value instanceof List<?> list) {
                for (Object element : list) collect(element, byId, articles);
            } else if (value instanceof Map<?, ?> map) {
                Map<String, Object> fields = fields(map);
                text(fields, "@id").ifPresent(id -> {
                    if (fields.size() > 1) byId.putIfAbsent(id, fields);
                });
                if (isArticle(fields.get("@type"))) articles.add(fields);
                // not itemListElement: teasers in a list of links are articles too, but not this page's
                for (String key : List.of("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author")) {
                    Object inner = fields.get(key);
                    if (inner != null) collect(inner, byId, articles);
                }
            }
        }

        private static boolean isArticle(@Nullable Object type) {
            if (type instanceof List<?> list) return list.stream().anyMatch(Linked::isArticle);
            return type instanceof String name
                    && (name.endsWith("Article")
                            || name.equals("BlogPosting")
                            || name.equals("LiveBlogPosting")
                            || name.equals("Report"));
        }

        /** Names of a person or organisation, or of several, joined by commas. */
        Optional<String> names(@Nullable Object value) {
            List<String> names = new ArrayList<>();
            addNames(value, names, 0);
            return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
        }

        private void addNames(@Nullable Object value, List<String> names, int depth) {
            if (depth > 3) return; // an id that points at itself
            if (value instanceof String name && !name.isBlank() && !name.contains("://")) names.add(name.strip());
            if (value instanceof List<?> list) for (Object element : list) addNames(element, names, depth + 1);
            if (value instanceof Map<?, ?> map) {
                Map<String, Object> fields = fields(map);
                Object name = fields.get("name");
                if (name != null) {
                    addNames(name, names, depth + 1);
                } else {
                    text(fields, "@id").map(byId::get).ifPresent(referred -> addNames(referred, names, depth + 1));
                }
            }
        }

        /** The text of a field; of an object, its id or address; of a list, its first. */
        static Optional<String> text(Map<String, Object> fields, String key) {
            Object value = fields.get(key);
            if (value instanceof List<?> list && !list.isEmpty()) value = list.get(0);
            if (value instanceof Map<?, ?> map) {
                Map<String, Object> inner = fields(map);
                value = inner.getOrDefault("@id", inner.getOrDefault("url", inner.getOrDefault("@value", "")));
            }
            return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
        }

        private static Map<String, Object> fields(Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((key, value) -> fields.put(key.toString(), value));
            return fields;
        }
    }
}
