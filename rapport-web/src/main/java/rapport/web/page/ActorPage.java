package rapport.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Correction;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.Mention;
import rapport.record.Span;
import rapport.record.Statement;

/**
 * Who is this, what did it do, what was done to it, what does it say, demand and owe, and to whom has it to do?
 *
 * @param parts what is counted with it
 * @param names words that stand for it in the reports, those of most mentions first; pronouns left out
 * @param officers who held an office of it or of what belongs to it, by their first day
 * @param demands lines of the ledger that it asks of others, or that are asked for it, and nobody has promised
 * @param promised lines that are for it, and that somebody has promised
 */
public record ActorPage(
        Edition edition,
        Actor actor,
        List<Actor> parts,
        List<Name> names,
        List<Officer> officers,
        List<Event> did,
        List<Event> suffered,
        List<Statement> said,
        List<Commitment> demands,
        List<Commitment> owes,
        List<Commitment> promised,
        Network network) {

    private static final int STANDING = 100; // mentions that a form can hold
    private static final int AROUND = 45; // characters of context

    private static final Comparator<Actor.Office> BY_DAYS = Comparator.comparing(
                    (Actor.Office office) -> office.days().from().orElse(LocalDate.MIN))
            .thenComparing(office -> office.days().until().orElse(LocalDate.MAX))
            .thenComparing(Actor.Office::title);

    /** Words of the reports that stand for it. */
    public record Name(String words, MentionForm form, int mentions, List<Document> reports) {}

    /** Who held an office of it. */
    public record Officer(String actor, Actor.Office office) {}

    /** One mention of it with what stands around it. */
    public record Standing(String id, Document document, String before, String words, String after) {}

    public static ActorPage of(Edition edition, String id, Query query) {
        query.allow();
        Edition.Side side = edition.side(id);
        Set<String> ids = side.ids();
        Indexes by = edition.indexes();
        List<Event> events = by.parties().about(ids);
        List<Commitment> ofOthers = by.creditors().about(ids).stream()
                .filter(line -> !ids.contains(line.obligor()))
                .toList();
        return new ActorPage(
                edition,
                side.actor(),
                ids.stream()
                        .skip(1)
                        .flatMap(part -> edition.actor(part).stream())
                        .toList(),
                names(edition, side.actor().id()),
                officers(edition, ids),
                events.stream().filter(side::actsIn).toList(),
                events.stream().filter(side::isActedOnIn).toList(),
                by.sources().about(ids),
                ofOthers.stream()
                        .filter(line -> line.assurances().isEmpty() || isAskedBy(line, ids))
                        .toList(),
                by.obligors().about(ids),
                ofOthers.stream()
                        .filter(line -> !line.assurances().isEmpty() && !isAskedBy(line, ids))
                        .toList(),
                Network.of(edition, side));
    }

    private static boolean isAskedBy(Commitment line, Set<String> ids) {
        return LedgerPage.askers(line).anyMatch(ids::contains);
    }

    private static List<Name> names(Edition edition, String id) {
        record Words(String words, MentionForm form) {}
        Map<Words, List<Document>> reports =
                new TreeMap<>(Comparator.comparing(Words::words).thenComparing(Words::form));
        Map<Words, Integer> counts =
                new TreeMap<>(Comparator.comparing(Words::words).thenComparing(Words::form));
        for (Coded coded : edition.figures().naming().getOrDefault(id, List.of())) {
            for (Mention mention : coded.mentions()) {
                if (mention.actor().filter(id::equals).isEmpty() || mention.form() == MentionForm.PRONOUN) continue;
                Words words = new Words(mention.span().in(coded.document().text()), mention.form());
                counts.merge(words, 1, Integer::sum);
                List<Document> of = reports.computeIfAbsent(words, w -> new ArrayList<>());
                if (of.isEmpty() || of.get(of.size() - 1) != coded.document()) of.add(coded.document());
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Name(
                        entry.getKey().words(),
                        entry.getKey().form(),
                        entry.getValue(),
                        reports.getOrDefault(entry.getKey(), List.of())))
                .sorted(Comparator.comparingInt((Name name) -> -name.mentions()))
                .toList();
    }

    private static List<Officer> officers(Edition edition, Set<String> ids) {
        return ids.stream()
                .flatMap(id -> edition.who().belonging(id).stream())
                .distinct()
                .flatMap(actor -> actor.offices().stream()
                        .filter(office -> ids.contains(office.of()))
                        .map(office -> new Officer(actor.id(), office)))
                .sorted(Comparator.comparing(Officer::office, BY_DAYS).thenComparing(Officer::actor))
                .toList();
    }

    /** By their first day; those without one first. */
    public List<Actor.Office> offices() {
        return actor.offices().stream().sorted(BY_DAYS).toList();
    }

    /** Of its own offices and of those who held its offices. */
    public Optional<OfficeTimes> officeTimes() {
        return OfficeTimes.of(
                Stream.concat(actor.offices().stream(), officers.stream().map(Officer::office))
                        .toList(),
                edition);
    }

    /** Names of the record that no report here uses. */
    public List<String> otherNames() {
        Set<String> used = new TreeSet<>();
        names.forEach(name -> used.add(name.words()));
        return actor.names().stream().filter(name -> !used.contains(name)).toList();
    }

    /** Those whom reviewers take for it. */
    public List<Actor> takenFor() {
        return edition.who().takenFor(actor.id());
    }

    /** What reviewers say of who it is, newest first. */
    public List<Correction> reviewed() {
        return edition.corrections().ofActor(actor.id(), edition.who());
    }

    // ---- for whoever splits something off

    /** Mentions of it in the order of the reports, as many as a form can hold. */
    public List<Standing> standing() {
        return edition.figures().naming().getOrDefault(actor.id(), List.of()).stream()
                .flatMap(coded -> coded.mentions().stream()
                        .filter(mention ->
                                mention.actor().filter(actor.id()::equals).isPresent())
                        .map(mention -> standing(coded.document(), mention)))
                .limit(STANDING)
                .toList();
    }

    private static Standing standing(Document document, Mention mention) {
        String text = document.text();
        Span around = Marks.around(text, mention.span(), AROUND, AROUND);
        return new Standing(
                mention.id(),
                document,
                text.substring(around.start(), mention.span().start()),
                mention.span().in(text),
                text.substring(mention.span().end(), around.end()));
    }

    /** Whom a form offers to choose from, by id. */
    public Map<String, String> others() {
        return Choices.actors(edition, edition.figures().named().stream().filter(id -> !id.equals(actor.id())));
    }
}
