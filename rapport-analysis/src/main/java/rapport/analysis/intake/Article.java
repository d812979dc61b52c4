package rapport.analysis.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Title, standfirst and body of the article on a page.
 *
 * <p>Taken away first: scripts, navigation, asides, footers, forms and what its class or id calls advertising, related
 * stories, sharing, comments, newsletter or cookie matter, unless it holds a good part of all the words. The rest falls into
 * blocks (paragraphs, headings, list entries). From the whole page the search goes down, always into the child that holds
 * most of the prose, until none does, or until it is the element that is marked as the body. Of its blocks those stay that
 * are no boilerplate and not mostly links. Captions that are sentences stay; credits go.
 *
 * <p>Known miss: tables; a page of several full reports, which is refused unless one has most of the words; a teaser without
 * a link or a telling class, in the middle of the body.
 */
record Article(Optional<String> title, List<String> paragraphs) {

    private static final Set<String> BLOCKS =
            set("p div section article main header figure figcaption blockquote ul ol li dl dt dd"
                    + " h1 h2 h3 h4 h5 h6 pre table tbody tr td th hr body address details summary center");

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "button",
            "select",
            "textarea",
            "input",
            "object",
            "embed",
            "video",
            "audio",
            "canvas",
            "math",
            "head",
            "dialog");

    private static final Set<String> SELDOM = Set.of("nav", "aside", "footer", "form", "menu");

    private static final Set<String> SELDOM_ROLES =
            Set.of("navigation", "complementary", "contentinfo", "dialog", "search", "banner");

    private static final Set<String> SELDOM_CLASSES =
            set("related recirculation share sharing shares sharebar social promo promos"
                    + " newsletter newsletters subscribe subscription signup cookie cookies consent gdpr advert advertisement adverts ads ad"
                    + " sponsored sponsor comments disqus recommended recommendations trending popular breadcrumb breadcrumbs menu"
                    + " navbar nav navigation sidebar footer masthead modal popup overlay paywall tags pagination outbrain taboola"
                    + " teaser teasers bio copyright credit readmore");

    private static final Set<String> ABOUT_CLASSES =
            set("byline author authors date dateline timestamp time published pubdate meta kicker section category");

    private static final Set<String> STANDFIRST_CLASSES =
            set("standfirst dek deck subtitle subheadline subhead strapline summary excerpt lede");

    private static final Set<String> BODY_CLASSES =
            set("lead lede intro standfirst body content story article text paragraph");

    /** Of all words on a page; what holds more is not beside the matter, whatever it is called. */
    private static final double BESIDE = 0.4;

    private static final double MOST = 0.75;

    /** Words of prose that make an article; a brief of one sentence has some twenty. */
    private static final int FEWEST_WORDS = 20;

    private static final int LONGEST_STANDFIRST = 400;

    /**
     * One paragraph, heading or list entry.
     *
     * @param linked how many of its characters are links
     */
    private record Block(Element element, String text, int linked) {

        boolean isProse() {
            return linked * 2 < text.length()
                    && !NewsWords.isBoilerplate(text)
                    && words(text) >= 8
                    && (hasStop(text) || text.length() >= 120);
        }

        boolean isHeading() {
            String tag = element.normalName();
            return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
        }

        boolean is(Set<String> classes) {
            Element at = element;
            for (int level = 0; level < 3 && at != null; level++, at = at.parent()) {
                for (String token : tokens(at)) if (classes.contains(token)) return true;
            }
            return false;
        }
    }

    /** The article of the page, which is changed by this; empty if it has none. */
    static Optional<Article> of(Document page, Metadata metadata) {
        Element body = page.body();
        Optional<String> title = title(page, metadata);
        List<Element> marked = page.select("[itemprop=articleBody]");
        clean(body);
        List<Block> blocks = blocks(body);
        Map<Element, Integer> prose = new IdentityHashMap<>();
        for (Block block : blocks) {
            if (!block.isProse()) continue;
            for (Element at = block.element(); at != null; at = at.parent())
                prose.merge(at, block.text().length(), Integer::sum);
        }
        int all = prose.getOrDefault(body, 0);
        Element container = body;
        for (Element element : marked) {
            if (prose.getOrDefault(element, 0) * 2 > all) container = element;
        }
        if (container == body) container = descend(body, prose);
        if (isListOfTeasers(page, prose, all) && !metadata.isArticle()) return Optional.empty();
        List<String> paragraphs = paragraphs(blocks, container, title, metadata);
        if (proseWords(paragraphs) < FEWEST_WORDS && metadata.articleBody().isPresent()) {
            paragraphs = metadata.articleBody()
                    .get()
                    .lines()
                    .map(Article::squeeze)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        if (proseWords(paragraphs) < FEWEST_WORDS) return Optional.empty();
        return Optional.of(new Article(title, paragraphs));
    }

    /** The heading that readers see, if the page itself calls the article so or nothing; else what it calls it. */
    private static Optional<String> title(Document page, Metadata metadata) {
        Optional<String> named = metadata.headline().map(Article::squeeze).map(t -> withoutOutlet(t, metadata));
        List<String> headings = new ArrayList<>();
        for (Element heading : page.select("h1")) {
            String text = squeeze(heading.wholeText());
            if (!text.isEmpty() && text.length() <= 300) headings.add(text);
        }
        String called = named.orElse(squeeze(page.title()));
        for (String heading : headings) if (isAlike(heading, called)) return Optional.of(heading);
        if (named.isPresent()) return named;
        if (headings.size() == 1) return Optional.of(headings.get(0));
        return Optional.of(withoutOutlet(called, metadata)).filter(t -> !t.isEmpty());
    }

    private static boolean isAlike(String heading, String called) {
        Set<String> ours = new HashSet<>(List.of(called.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
        String[] words = heading.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+");
        int shared = 0;
        for (String word : words) if (ours.contains(word)) shared++;
        return 2 * shared >= words.length;
    }

    /** "Talks open | Strelsau Courier" without what follows the last bar. */
    private static String withoutOutlet(String title, Metadata metadata) {
        for (String bar : List.of(" | ", " - ", " – ", " — ", " :: ", " • ")) {
            int at = title.lastIndexOf(bar);
            if (at <= 0) continue;
            String rest = title.substring(at + bar.length()).strip();
            boolean isOutlet = metadata.outlet().filter(rest::equalsIgnoreCase).isPresent() || NewsWords.isOutlet(rest);
            if (isOutlet || bar.equals(" | ")) return title.substring(0, at).strip();
        }
        return title;
    }

    private static void clean(Element body) {
        Map<Element, Integer> lengths = new IdentityHashMap<>();
        List<Element> elements = new ArrayList<>();
        NodeTraversor.traverse(
                (Node node, int depth) -> {
                    if (node instanceof Element element) elements.add(element);
                    if (node instanceof TextNode text && !text.isBlank()) {
                        int length = text.getWholeText().strip().length();
                        for (Element at = text.parent(); at != null; at = at.parent()) {
                            lengths.merge(at, length, Integer::sum);
                        }
                    }
                },
                body);
        for (Element element : elements) {
            String tag = element.normalName();
            boolean isHidden = element.hasAttr("hidden")
                    || element.attr("style").replace(" ", "").contains("display:none");
            boolean isBeside = lengths.getOrDefault(element, 0) < BESIDE * lengths.getOrDefault(body, 1);
            if (element != body && (NEVER.contains(tag) || isBeside && (isHidden || isSeldom(element))))
                element.remove();
        }
    }

    private static boolean isSeldom(Element element) {
        if (SELDOM.contains(element.normalName()) || SELDOM_ROLES.contains(element.attr("role"))) return true;
        for (String token : tokens(element)) if (SELDOM_CLASSES.contains(token)) return true;
        return false;
    }

    /** The words that class and id are made of. */
    private static List<String> tokens(Element element) {
        String names = element.className() + " " + element.id();
        if (names.length() == 1) return List.of();
        return List.of(names.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+"));
    }

    private static List<Block> blocks(Element body) {
        List<Block> blocks = new ArrayList<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private final StringBuilder text = new StringBuilder();
                    private int linked;
                    private int links;
                    private int breaks;
                    private Element element = body;

                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            String piece = words.getWholeText();
                            if (words.isBlank()) {
                                text.append(' ');
                                return;
                            }
                            breaks = 0;
                            text.append(piece);
                            if (links > 0) linked += piece.strip().length();
                        } else if (node instanceof Element found) {
                            String tag = found.normalName();
                            if (tag.equals("br")) {
                                text.append(' ');
                                if (++breaks == 2) flush();
                            } else if (tag.equals("a")) {
                                links++;
                            } else if (BLOCKS.contains(tag)) {
                                flush();
                                element = found;
                            }
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (!(node instanceof Element found)) return;
                        if (found.normalName().equals("a")) links--;
                        if (BLOCKS.contains(found.normalName())) {
                            flush();
                            element = found.parent() == null ? body : found.parent();
                        }
                    }

                    private void flush() {
                        String squeezed = squeeze(text.toString());
                        if (!squeezed.isEmpty())
                            blocks.add(new Block(element, squeezed, Math.min(linked, squeezed.length())));
                        text.setLength(0);
                        linked = 0;
                        breaks = 0;
                    }
                },
                body);
        return blocks;
    }

    /** Down to the element whose children share the prose among them. */
    private static Element descend(Element body, Map<Element, Integer> prose) {
        Element at = body;
        while (!at.normalName().equals("article")) {
            Element heaviest = null;
            boolean hasOwnProse = false;
            for (Element child : at.children()) {
                int length = prose.getOrDefault(child, 0);
                if (length == 0) continue;
                boolean isLead = child.normalName().equals("p") || isBodyPart(child);
                if (length < MOST * prose.getOrDefault(at, 0)) hasOwnProse |= isLead;
                else heaviest = child;
            }
            if (heaviest == null || hasOwnProse || !isContainer(heaviest)) return at;
            at = heaviest;
        }
        return at;
    }

    private static boolean isContainer(Element element) {
        String tag = element.normalName();
        return BLOCKS.contains(tag) && !tag.equals("p") && !tag.equals("li");
    }

    private static boolean isBodyPart(Element element) {
        for (String token : tokens(element)) {
            if (BODY_CLASSES.contains(token)) {
                return true;
            }
        }
        return false;
    }

    /** Three or more articles, none of which has most of the prose: a front page. */
    private static boolean isListOfTeasers(Document page, Map<Element, Integer> prose, int all) {
        List<Element> articles = page.select("article");
        if (articles.size() < 3) return false;
        return articles.stream().noneMatch(article -> prose.getOrDefault(article, 0) * 2 > all);
    }

    private static List<String> paragraphs(
            List<Block> blocks, Element container, Optional<String> title, Metadata metadata) {
        Set<String> paragraphs = new LinkedHashSet<>(); // a standfirst may stand on the page twice
        Optional<String> description = metadata.description().map(Article::squeeze);
        boolean hasBegun = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (title.filter(block.text()::equals).isPresent()) continue;
            boolean isStandfirst = !hasBegun
                    && block.text().length() <= LONGEST_STANDFIRST
                    && !NewsWords.isBoilerplate(block.text())
                    && (block.is(STANDFIRST_CLASSES)
                            || description.filter(block.text()::equals).isPresent());
            boolean isInside = isInside(block.element(), container);
            if (isInside && isBody(blocks, i) || isStandfirst) {
                String text =
                        block.element().normalName().equals("figcaption") ? withoutCredit(block.text()) : block.text();
                paragraphs.add(text);
                hasBegun |= isInside && block.isProse();
            }
        }
        return List.copyOf(paragraphs);
    }

    private static boolean isBody(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        String text = block.text();
        if (NewsWords.isBoilerplate(text) || block.linked() * 2 > text.length()) return false;
        String tag = block.element().normalName();
        if (tag.equals("figcaption") || isWithin(block.element(), "figure")) {
            String caption = withoutCredit(text);
            return hasStop(caption) && words(caption) >= 5;
        }
        if (tag.equals("h1") || isWithin(block.element(), "table") && !block.isProse()) return false;
        if (block.isHeading()) return hasProseBelow(blocks, i);
        if (block.is(ABOUT_CLASSES) && !block.isProse()) return false;
        if (isWithin(block.element(), "header") && !block.isProse()) return false;
        if (tag.equals("p") || tag.equals("blockquote") || tag.equals("li")) return hasStop(text) || words(text) >= 3;
        return hasStop(text) && words(text) >= 3 || words(text) >= 8;
    }

    /** A heading over links or over nothing is none of the article's. */
    private static boolean hasProseBelow(List<Block> blocks, int i) {
        for (int below = i + 1; below < blocks.size() && below <= i + 3; below++) {
            Block block = blocks.get(below);
            if (block.isHeading()) return false;
            if (block.linked() * 2 <= block.text().length() && !NewsWords.isBoilerplate(block.text())) {
                return block.isProse() || hasStop(block.text());
            }
        }
        return false;
    }

    private static boolean isWithin(Element element, String tag) {
        for (Element at = element; at != null; at = at.parent())
            if (at.normalName().equals(tag)) return true;
        return false;
    }

    private static boolean isInside(Element element, Element container) {
        for (Element at = element; at != null; at = at.parent()) if (at == container) return true;
        return false;
    }

    private static String withoutCredit(String caption) {
        int end = caption.length();
        for (String credit : List.of("Photo", "Photograph", "Credit", "Image", "Picture", "File photo", "©")) {
            for (String before : List.of(" ", "(", "[")) {
                int at = caption.indexOf(before + credit + (credit.equals("©") ? "" : ":"));
                if (at >= 0) end = Math.min(end, at);
                int by = caption.indexOf(before + credit + " by ");
                if (by >= 0) end = Math.min(end, by);
            }
        }
        String rest = caption.substring(0, end).strip();
        int bracket = rest.endsWith("]") ? rest.lastIndexOf('[') : rest.endsWith(")") ? rest.lastIndexOf('(') : -1;
        boolean isAfterStop = bracket > 1 && ".!?”\"".indexOf(rest.charAt(Math.max(0, bracket - 2))) >= 0;
        return isAfterStop ? rest.substring(0, bracket).strip() : rest;
    }

    private static int proseWords(List<String> paragraphs) {
        return paragraphs.stream()
                .filter(Article::hasStop)
                .mapToInt(Article::words)
                .sum();
    }

    private static int words(String text) {
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && (i == 0 || text.charAt(i - 1) == ' ')) words++;
        }
        return words;
    }

    /** Ends as a sentence does. */
    private static boolean hasStop(String text) {
        int end = text.length();
        while (end > 0 && "\"'”’»)] ".indexOf(text.charAt(end - 1)) >= 0) end--;
        return end > 0 && ".?!…:".indexOf(text.charAt(end - 1)) >= 0;
    }

    /** One space for every run of what HTML counts as white space; no-break spaces stay. */
    private static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (c < ' ' && !isSpace || c == '\u007f') continue;
            if (!isSpace) squeezed.append(c);
            else if (squeezed.length() > 0 && squeezed.charAt(squeezed.length() - 1) != ' ') squeezed.append(' ');
        }
        return squeezed.toString().strip();
    }

    private static Set<String> set(String words) {
        return Set.of(words.split(" "));
    }
}
