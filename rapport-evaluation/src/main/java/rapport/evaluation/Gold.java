package rapport.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.ontology.Code;
import rapport.ontology.EventType;
import rapport.ontology.MentionForm;
import rapport.ontology.Modality;
import rapport.ontology.StatementKind;
import rapport.record.Days;
import rapport.record.Span;

/**
 * Passages that people coded, in the form of the coding guide ("One passage, coded"): spans are given by their words, and are
 * turned into positions here. What cannot be found in the text is refused, with file and line.
 */
final class Gold {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A coded passage. Event mentions of one {@code event} within a story tell the same. */
    record Passage(
            String id,
            String story,
            Optional<String> outlet,
            Optional<LocalDate> day,
            String text,
            Map<String, GoldActor> actors,
            List<GoldMention> mentions,
            List<GoldStatement> statements,
            List<GoldEvent> events,
            List<GoldCommitment> commitments) {

        /** What an actor belongs to in the end, or itself. */
        String topmost(String actor) {
            Set<String> seen = new LinkedHashSet<>();
            String at = actor;
            while (seen.add(at)) {
                GoldActor known = actors.get(at);
                if (known == null || known.partOf().isEmpty()) return at;
                at = known.partOf().get();
            }
            return at;
        }

        /** The actors for which these words stand. */
        Set<String> actorsAt(Span span) {
            Set<String> found = new LinkedHashSet<>();
            for (GoldMention mention : mentions) {
                if (mention.span().equals(span)) mention.actor().ifPresent(found::add);
            }
            return found;
        }

        /**
         * The dictionary's id of an actor: its own id if that is there and names an actor of the same kind (a passage may call
         * its police "pol"), or the only actor of its name.
         */
        Optional<String> known(String actor, ActorDictionary dictionary) {
            Optional<GoldActor> gold = Optional.ofNullable(actors.get(actor));
            Optional<ActorKind> kind = gold.flatMap(GoldActor::kind);
            boolean isThere = dictionary
                    .find(actor)
                    .filter(known -> kind.isEmpty() || kind.get() == known.kind())
                    .isPresent();
            if (isThere) return Optional.of(actor);
            return gold.flatMap(named -> {
                List<String> ids = dictionary.named(named.name());
                return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
            });
        }
    }

    record GoldActor(String id, String name, Optional<ActorKind> kind, Optional<String> partOf) {}

    record GoldMention(Span span, Optional<String> actor, MentionForm form) {}

    record GoldStatement(
            String id,
            Optional<Span> source,
            Optional<Span> cue,
            List<Span> content,
            StatementKind kind,
            Optional<String> within) {}

    /**
     * @param modes as they are written, and so contexts: whoever coded may know others than the codebook
     * @param when empty also if only its words were coded, or what are no days
     * @param place empty also if its words are not in the text: it may be coded by name
     */
    record GoldEvent(
            Span trigger,
            EventType eventType,
            Set<String> modes,
            Set<String> contexts,
            Modality modality,
            Optional<Days> when,
            Optional<Span> place,
            List<Span> actors,
            List<Span> recipients,
            Optional<String> attribution,
            Optional<String> event) {}

    /** A part of a commitment. {@code state} is what became of it, as far as the passage tells. */
    record GoldCommitment(String kind, String obligor, Optional<String> statement, Optional<String> state) {}

    private Gold() {}

    /**
     * All passages of a folder, file by file: a slip in the last one is told before the first is measured.
     *
     * @param folder with .jsonl files of coded passages, or one such file
     * @throws Unreadable if there is no passage, or one is not coded as the guide says
     */
    static List<Passage> allIn(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".jsonl") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
        List<Passage> passages = new ArrayList<>();
        for (Path file : files) passages.addAll(passages(file));
        if (passages.isEmpty()) {
            throw new Unreadable(folder, "no coded passage in it", "a folder with .jsonl files of coded passages");
        }
        return passages;
    }

    static List<Passage> passages(Path file) throws IOException {
        List<String> lines = TextLines.of(file);
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) passages.add(new Reader(file, i + 1).passage(lines.get(i)));
        }
        return passages;
    }

    /** The lists of strings under these keys of a line of JSON. */
    static Map<String, List<String>> stringLists(Path file, int line, String json, String... keys) {
        JsonNode node = new Reader(file, line).parse(json);
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> values = new ArrayList<>();
            node.path(key).forEach(value -> values.add(value.asText()));
            found.put(key, values);
        }
        return found;
    }

    /** The string under a key, if the line is JSON and has one. */
    static Optional<String> string(String json, String key) {
        try {
            return text(JSON.readTree(json), key);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() && !value.asText().isEmpty() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** Reads one line and knows where it stands. */
    private record Reader(Path file, int line) {

        JsonNode parse(String json) {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                throw new Unreadable(file, line, "no JSON", "one object a line");
            }
        }

        Passage passage(String json) {
            JsonNode node = parse(json);
            String text = text(node, "text")
                    .orElseThrow(() -> new Unreadable(file, line, "no text", "a passage with \"text\""));
            Map<String, GoldActor> actors = new LinkedHashMap<>();
            for (JsonNode actor : node.path("actors")) {
                String id = actor.path("id").asText();
                Optional<ActorKind> kind = text(actor, "kind").map(k -> code(ActorKind.class, actor, "kind"));
                actors.put(id, new GoldActor(id, actor.path("name").asText(), kind, text(actor, "partOf")));
            }
            actors.values().forEach(actor -> requireKnown("partOf", actor.partOf(), actors.keySet()));
            List<GoldMention> mentions = new ArrayList<>();
            for (JsonNode mention : node.path("mentions")) {
                requireKnown("actor", text(mention, "actor"), actors.keySet());
                mentions.add(new GoldMention(
                        place(text, mention), text(mention, "actor"), code(MentionForm.class, mention, "form")));
            }
            List<GoldStatement> statements = new ArrayList<>();
            for (JsonNode statement : node.path("statements")) {
                List<Span> content = places(text, statement.path("content"));
                if (content.isEmpty()) throw new Unreadable(file, line, "a statement without content", "its content");
                statements.add(new GoldStatement(
                        statement.path("id").asText(),
                        first(text, statement.path("source")),
                        first(text, statement.path("cue")),
                        content,
                        code(StatementKind.class, statement, "kind"),
                        text(statement, "within")));
            }
            Set<String> known = statements.stream().map(GoldStatement::id).collect(Collectors.toSet());
            statements.forEach(statement -> requireKnown("within", statement.within(), known));
            List<GoldEvent> events = new ArrayList<>();
            for (JsonNode event : node.path("events")) {
                requireKnown("attribution", text(event, "attribution"), known);
                events.add(new GoldEvent(
                        place(text, event.path("trigger")),
                        eventType(event.path("eventType").asText()),
                        texts(event.path("mode")),
                        texts(event.path("contexts")),
                        code(Modality.class, event, "modality"),
                        days(event.path("when")),
                        happenedAt(text, event.path("place")),
                        places(text, event.path("actors")),
                        places(text, event.path("recipients")),
                        text(event, "attribution"),
                        text(event, "event")));
            }
            return new Passage(
                    node.path("id").asText(),
                    text(node, "story").orElse(node.path("id").asText()),
                    text(node, "outlet"),
                    text(node, "day").map(this::day),
                    text,
                    actors,
                    mentions,
                    statements,
                    events,
                    commitments(node, actors.keySet(), known));
        }

        /** Of a text, or of a list of them. */
        private static Set<String> texts(JsonNode node) {
            Set<String> texts = new TreeSet<>();
            if (node.isTextual()) texts.add(node.asText());
            node.forEach(each -> texts.add(each.asText()));
            return texts;
        }

        private List<GoldCommitment> commitments(JsonNode node, Set<String> actors, Set<String> statements) {
            List<GoldCommitment> commitments = new ArrayList<>();
            for (JsonNode commitment : node.path("commitments")) {
                requireKnown("obligor", text(commitment, "obligor"), actors);
                requireKnown("statement", text(commitment, "statement"), statements);
                commitments.add(new GoldCommitment(
                        commitment.path("kind").asText(),
                        commitment.path("obligor").asText(),
                        text(commitment, "statement"),
                        text(commitment, "state")));
            }
            return commitments;
        }

        private void requireKnown(String key, Optional<String> id, Set<String> known) {
            if (id.isPresent() && !known.contains(id.get())) {
                throw new Unreadable(file, line, key + " \"" + id.get() + "\"", "an id of the same passage");
            }
        }

        private static Optional<Days> days(JsonNode when) {
            try {
                Days days = new Days(
                        text(when, "first").map(LocalDate::parse),
                        text(when, "last").map(LocalDate::parse));
                return days.equals(Days.ALWAYS) ? Optional.empty() : Optional.of(days);
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static Optional<Span> happenedAt(String text, JsonNode place) {
            JsonNode words = place.path("span").isObject() ? place.path("span") : place;
            return words.isArray() ? find(text, words.path(0)) : find(text, words);
        }

        private LocalDate day(String day) {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                throw new Unreadable(file, line, "day \"" + day + "\"", "a day as yyyy-MM-dd");
            }
        }

        private EventType eventType(String type) {
            try {
                return EventType.valueOf(type);
            } catch (IllegalArgumentException e) {
                throw new Unreadable(file, line, "eventType \"" + type + "\"", "one of " + List.of(EventType.values()));
            }
        }

        private <C extends Enum<C> & Code> C code(Class<C> type, JsonNode node, String key) {
            try {
                return Code.parse(type, node.path(key).asText());
            } catch (IllegalArgumentException e) {
                String allowed = String.valueOf(e.getMessage());
                throw new Unreadable(
                        file,
                        line,
                        key + " \"" + node.path(key).asText() + "\"",
                        allowed.substring(allowed.indexOf("one of")));
            }
        }

        private Optional<Span> first(String text, JsonNode node) {
            return places(text, node).stream().findFirst();
        }

        private List<Span> places(String text, JsonNode node) {
            if (node.isMissingNode() || node.isNull()) return List.of();
            List<Span> found = new ArrayList<>();
            if (node.isArray()) node.forEach(part -> found.add(place(text, part)));
            else found.add(place(text, node));
            return found;
        }

        /** Words, or {"span": words, "nth": which of their occurrences, from 1}. */
        private Span place(String text, JsonNode node) {
            return find(text, node)
                    .orElseThrow(() ->
                            new Unreadable(file, line, "\"" + words(node) + "\"", "words that stand in the text"));
        }

        private static Optional<Span> find(String text, JsonNode node) {
            String words = words(node);
            int nth = node.isTextual() ? 1 : node.path("nth").asInt(1);
            int at = -1;
            for (int i = 0; i < nth && !words.isEmpty(); i++) {
                at = text.indexOf(words, at + 1);
                if (at < 0) break;
            }
            return at < 0 ? Optional.empty() : Optional.of(new Span(at, at + words.length()));
        }

        private static String words(JsonNode node) {
            return node.isTextual() ? node.asText() : node.path("span").asText();
        }
    }
}
