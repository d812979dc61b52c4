package rapport.store.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction.Field;
import rapport.record.Correction.Verdict;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Judgement;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;
import rapport.store.Corrected;
import rapport.store.Snapshot;

/**
 * Writes passages that reviewers have been through as the reader learns them: the form of the corpus, one passage a line.
 *
 * <p>A passage is one or more whole lines of a report that its records do not lead out of. It is written only if reviewers have
 * accepted or corrected every record in it, differ in none and are unsure of none; what they reject is left out. A mention counts as
 * seen with the event or statement in which it has a part. Known miss: commitments are not written.
 */
public final class TrainingWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TrainingWriter() {}

    /** Writes and flushes, documents by id; {@code out} stays open. */
    public static void write(Snapshot record, OutputStream out) throws IOException {
        Set<String> texts = new HashSet<>();
        try (var corrections = record.corrections()) {
            corrections.forEach(c -> texts.add(c.anchor().textSha256()));
        }
        List<String> ids;
        try (var documents = record.documentsById()) {
            ids = documents
                    .filter(d -> texts.remove(d.textSha256())) // a text that is there twice is learned once
                    .map(Document::id)
                    .toList();
        }
        for (String id : ids) {
            for (Optional<ObjectNode> passage : passages(record.corrected(id).orElseThrow())) {
                if (passage.isPresent()) out.write((passage.get() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        out.flush();
    }

    private static List<Optional<ObjectNode>> passages(Corrected corrected) {
        List<Optional<ObjectNode>> passages = new ArrayList<>();
        for (Span lines : lines(corrected.everything())) {
            passages.add(new Passage(corrected, lines).written());
        }
        return passages;
    }

    /** Whole lines, those together that a record stands in. */
    private static List<Span> lines(Coded coded) {
        String text = coded.document().text();
        List<Span> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Span.ofStripped(text, start, end).ifPresent(parts::add);
            start = end + 1;
        }
        coded.mentions().forEach(mention -> parts.add(mention.span()));
        coded.statements().forEach(statement -> parts.add(reach(statement)));
        coded.eventMentions().forEach(mention -> parts.add(reach(mention)));
        parts.sort(Comparator.naturalOrder());
        List<Span> lines = new ArrayList<>();
        for (Span part : parts) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).overlaps(part))
                lines.set(last, lines.get(last).to(part));
            else lines.add(part);
        }
        return lines;
    }

    private static Span reach(Statement statement) {
        Span reach = statement.sentence();
        for (Span content : statement.content()) reach = reach.to(content);
        if (statement.cue().isPresent()) reach = reach.to(statement.cue().get());
        if (statement.source().isPresent())
            reach = reach.to(statement.source().get().span());
        return reach;
    }

    private static Span reach(EventMention mention) {
        Span reach = mention.sentence();
        for (Role role : mention.actors()) reach = reach.to(role.span());
        for (Role role : mention.recipients()) reach = reach.to(role.span());
        return reach;
    }

    /** Some lines of one report. */
    private static final class Passage {

        private final Corrected corrected;
        private final Coded coded;
        private final Span lines;
        private final String text;
        private final Map<Span, Integer> nth = new HashMap<>();

        Passage(Corrected corrected, Span lines) {
            this.corrected = corrected;
            this.coded = corrected.coded();
            this.lines = lines;
            this.text = lines.in(coded.document().text());
        }

        Optional<ObjectNode> written() {
            Coded all = corrected.everything();
            Set<Span> seen = new HashSet<>(); // words of those who have a part in what is reviewed
            boolean isReviewed = true;
            int records = 0;
            for (EventMention mention : all.eventMentions()) {
                if (!lines.contains(mention.trigger())) continue;
                records++;
                isReviewed &= isReviewed(mention.id());
                mention.actors().forEach(role -> seen.add(role.span()));
                mention.recipients().forEach(role -> seen.add(role.span()));
            }
            for (Statement statement : all.statements()) {
                if (!lines.contains(statement.content().get(0))) continue;
                records++;
                isReviewed &= isReviewed(statement.id());
                statement.source().ifPresent(source -> seen.add(source.span()));
            }
            for (Mention mention : all.mentions()) {
                if (!lines.contains(mention.span())) continue;
                records++;
                isReviewed &= isReviewed(mention.id()) || seen.contains(mention.span()) && !isOpen(mention.id());
            }
            return records > 0 && isReviewed ? Optional.of(node()) : Optional.empty();
        }

        private boolean isReviewed(String record) {
            Map<Field, Judgement> judgements = corrected.judgements(record);
            return !judgements.isEmpty() && !isOpen(record);
        }

        /** Reviewers differ, or are unsure. */
        private boolean isOpen(String record) {
            return corrected.judgements(record).values().stream()
                    .anyMatch(j -> j.isDisputed() || j.counts().is(Verdict.UNSURE));
        }

        private ObjectNode node() {
            Document document = coded.document();
            ObjectNode node = NODES.objectNode();
            node.put("id", document.id() + "-" + lines.start());
            node.put("story", document.id());
            document.outlet().ifPresent(outlet -> node.put("outlet", outlet));
            document.published().day().map(LocalDate::toString).ifPresent(day -> node.put("day", day));
            node.put("text", text);
            List<Mention> mentions = coded.mentions().stream()
                    .filter(mention -> lines.contains(mention.span()))
                    .toList();
            node.set("actors", actors(mentions));
            ArrayNode written = node.putArray("mentions");
            for (Mention mention : mentions) {
                JsonNode words = words(mention.span());
                ObjectNode one = words instanceof ObjectNode object ? object : NODES.objectNode();
                if (words.isTextual()) one.set("span", words);
                mention.actor().ifPresent(actor -> one.put("actor", actor));
                written.add(one.put("form", mention.form().code()));
            }
            ArrayNode statements = node.putArray("statements");
            each(coded.statements(), s -> s.content().get(0), s -> statements.add(node(s)));
            ArrayNode events = node.putArray("events");
            each(coded.eventMentions(), EventMention::trigger, mention -> events.add(node(mention)));
            return node;
        }

        private <T> void each(List<T> records, Function<T, Span> at, Consumer<T> write) {
            records.stream().filter(one -> lines.contains(at.apply(one))).forEach(write);
        }

        private ArrayNode actors(List<Mention> mentions) {
            Set<String> ids = new TreeSet<>();
            mentions.forEach(mention -> mention.actor().ifPresent(ids::add));
            ArrayNode actors = NODES.arrayNode();
            for (Actor actor : coded.actors()) {
                if (!ids.contains(actor.id())) continue;
                ObjectNode node = actors.addObject()
                        .put("id", actor.id())
                        .put("name", actor.name())
                        .put("kind", actor.kind().code());
                actor.partOf().stream().findFirst().ifPresent(part -> node.put("partOf", part.actor()));
            }
            return actors;
        }

        private ObjectNode node(Statement statement) {
            ObjectNode node = NODES.objectNode();
            node.put("id", statement.id());
            statement.source().ifPresent(source -> node.set("source", words(source.span())));
            statement.cue().ifPresent(cue -> node.set("cue", words(cue)));
            ArrayNode content = node.putArray("content");
            statement.content().forEach(span -> content.add(words(span)));
            node.put("quotation", statement.quotation().code());
            node.put("kind", statement.kind().code());
            if (statement.negated()) node.put("negated", true);
            statement.within().filter(this::isHere).ifPresent(outer -> node.put("within", outer));
            return node;
        }

        private boolean isHere(String statement) {
            return coded.statements().stream()
                    .anyMatch(s -> s.id().equals(statement)
                            && lines.contains(s.content().get(0)));
        }

        private ObjectNode node(EventMention mention) {
            ObjectNode node = NODES.objectNode();
            node.set("trigger", words(mention.trigger()));
            node.put("eventType", mention.eventType().name());
            mention.modes().stream().findFirst().ifPresent(mode -> node.put("mode", mode.code()));
            if (!mention.contexts().isEmpty()) {
                ArrayNode contexts = node.putArray("contexts");
                mention.contexts().forEach(context -> contexts.add(context.code()));
            }
            ArrayNode actors = node.putArray("actors");
            mention.actors().forEach(role -> actors.add(words(role.span())));
            ArrayNode recipients = node.putArray("recipients");
            mention.recipients().forEach(role -> recipients.add(words(role.span())));
            node.put("modality", mention.modality().code());
            mention.attribution().filter(this::isHere).ifPresent(s -> node.put("attribution", s));
            if (!mention.when().isUnknown()) node.set("when", node(mention.when()));
            mention.place()
                    .map(Place::span)
                    .filter(lines::contains)
                    .ifPresent(place -> node.set("place", words(place)));
            return node;
        }

        private ObjectNode node(Time time) {
            ObjectNode node = NODES.objectNode();
            time.first().map(LocalDate::toString).ifPresent(day -> node.put("first", day));
            time.last().map(LocalDate::toString).ifPresent(day -> node.put("last", day));
            node.put("basis", time.basis().code());
            time.text().filter(lines::contains).ifPresent(span -> node.set("text", words(span)));
            return node;
        }

        /** The words, with their number if the passage has them before: also inside longer words. */
        private JsonNode words(Span span) {
            String words = span.in(coded.document().text());
            int count = nth.computeIfAbsent(span, s -> {
                int found = 0;
                int at = -1;
                do {
                    at = text.indexOf(words, at + 1);
                    found++;
                } while (at >= 0 && at < s.start() - lines.start());
                return found;
            });
            return count == 1
                    ? NODES.textNode(words)
                    : NODES.objectNode().put("span", words).put("nth", count);
        }
    }
}
