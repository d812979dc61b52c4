package rapport.store.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Correction.Field;
import rapport.record.Document;
import rapport.record.Judgement;
import rapport.record.Mention;
import rapport.store.Corrected;
import rapport.store.Snapshot;

/**
 * Writes whom reviewers took names for as lines of an actor file, so that the next report that has the name is read rightly. A line
 * adds its names to an actor that is known already.
 *
 * <p>Descriptions and pronouns stand for somebody in their text alone, and are left out; so is what reviewers differ in. Known miss:
 * an actor file cannot say that a name is no longer another's, so one that a list gives to him then stands for both.
 */
public final class ActorLines {

    private static final String HEADER =
            "# Actors as reviewers have named them; written by \"rapport export --format actors\"\n"
                    + "id\tkind\tname\tnames\tdemonyms\tmetonyms\tcountry\tknown\tnote\n";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    private ActorLines() {}

    /** Writes and flushes, by id; {@code out} stays open. */
    public static void write(Snapshot record, OutputStream out) throws IOException {
        Map<String, Judgement> sameness = record.sameness();
        Map<String, Map<MentionForm, Set<String>>> named = new TreeMap<>();
        for (Corrected corrected : corrected(record)) {
            Document document = corrected.coded().document();
            String text = document.text();
            Map<String, Optional<String>> read = new HashMap<>();
            record.codedAsRead(document.id()).stream()
                    .flatMap(coded -> coded.mentions().stream())
                    .forEach(mention -> read.put(mention.id(), mention.actor()));
            for (Mention mention : corrected.coded().mentions()) {
                Optional<Judgement> judgement = Optional.ofNullable(
                                corrected.judgements(mention.id()).get(Field.ACTOR))
                        .or(() -> read.getOrDefault(mention.id(), Optional.empty())
                                .map(sameness::get));
                if (judgement.isEmpty()
                        || judgement.get().isDisputed()
                        || mention.actor().isEmpty()) continue;
                String words = plain(mention.span().in(text));
                if (words.isEmpty() || words.contains("|")) continue; // it joins names in a cell
                named.computeIfAbsent(mention.actor().get(), id -> new EnumMap<>(MentionForm.class))
                        .computeIfAbsent(mention.form(), form -> new TreeSet<>())
                        .add(words);
            }
        }
        StringBuilder lines = new StringBuilder(HEADER);
        named.forEach((id, names) -> record.actor(id)
                .filter(actor -> ID.matcher(id).matches())
                .flatMap(actor -> line(actor, names))
                .ifPresent(line -> lines.append(line).append('\n')));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static List<Corrected> corrected(Snapshot record) {
        Set<String> texts = new TreeSet<>();
        try (var corrections = record.corrections()) {
            corrections
                    .filter(c -> c.field() == Field.ACTOR)
                    .forEach(c -> texts.add(c.anchor().textSha256()));
        }
        Set<String> naming = record.documentsNaming(record.sameness().keySet());
        List<String> ids;
        try (var documents = record.documentsById()) {
            ids = documents
                    .filter(d -> texts.contains(d.textSha256()) || naming.contains(d.id()))
                    .map(Document::id)
                    .toList();
        }
        List<Corrected> all = new ArrayList<>();
        for (String id : ids) record.corrected(id).ifPresent(all::add);
        return all;
    }

    private static Optional<String> line(Actor actor, Map<MentionForm, Set<String>> names) {
        Set<String> other = new TreeSet<>(names.getOrDefault(MentionForm.NAME, Set.of()));
        Set<String> demonyms = names.getOrDefault(MentionForm.DEMONYM, Set.of());
        Set<String> metonyms = names.getOrDefault(MentionForm.METONYM, Set.of());
        String name = plain(actor.name());
        if (name.isEmpty() || other.isEmpty() && demonyms.isEmpty() && metonyms.isEmpty()) return Optional.empty();
        other.remove(name);
        return Optional.of(String.join(
                "\t",
                actor.id(),
                actor.kind().code(),
                name,
                String.join(" | ", other),
                String.join(" | ", demonyms),
                String.join(" | ", metonyms),
                actor.country().filter(COUNTRY.asMatchPredicate()).orElse(""),
                "review",
                ""));
    }

    /** On one line, without what divides cells. */
    private static String plain(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
