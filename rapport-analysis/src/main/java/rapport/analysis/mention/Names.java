package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;

/** Whom a name means: one that the document explains, one of the dictionary, or a provisional actor. */
final class Names {

    private static final Pattern BRACKETS =
            Pattern.compile("\\s*[(\\[]\\s*(?:or |known as |also known as )?([^)\\]]{2,80})[)\\]]");
    private static final Pattern TAIL = Pattern.compile(
            "(?:^|\\s)(?!(?:of|in|at|on|to|for|from|by|with|near|and|or|against|the|a|an|its|his|her|their)\\s)\\p{Ll}[\\p{L}’'-]*\\s+(\\p{Lu}[^,]*)$");

    private static final Pattern APPOSITION = Pattern.compile("(?<=^\\p{Lu}[^,]{0,80}),\\s+(?=[\\p{Ll}\\d])");

    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Meanings meanings;
    private final PersonNames personNames;
    private final Bodies bodies;
    private final Persons persons;
    private final Descriptions descriptions;
    private final ShortForms shortForms;
    private final Coreference coreference;
    private final List<Resolved> earlier;

    /** @param earlier mentions that are resolved already, in order; it grows while the document is heard */
    Names(
            Cast cast,
            Meanings meanings,
            PersonNames personNames,
            Bodies bodies,
            Persons persons,
            Descriptions descriptions,
            ShortForms shortForms,
            Coreference coreference,
            List<Resolved> earlier) {
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.meanings = meanings;
        this.personNames = personNames;
        this.bodies = bodies;
        this.persons = persons;
        this.descriptions = descriptions;
        this.shortForms = shortForms;
        this.coreference = coreference;
        this.earlier = earlier;
    }

    /** Empty if nobody can say. */
    List<String> actors(Found found, String words, String bare) {
        Optional<List<String>> inDocument = inDocument(found, bare);
        if (inDocument.isPresent()) return inDocument.get();
        if (isPeople(words, bare)) {
            return List.of(cast.local(bare, ActorKind.PEOPLE, Optional.empty()));
        }
        Set<String> candidates = meanings.candidates(bare, found.form());
        if (!candidates.isEmpty()) {
            Optional<String> chosen = meanings.choose(candidates, bare);
            chosen.filter(id -> cast.kind(id) == ActorKind.PERSON).ifPresent(id -> persons.named(bare, id));
            return chosen.stream().toList();
        }
        Matcher brackets = BRACKETS.matcher(bare);
        if (brackets.find()) {
            String tail = bare.substring(brackets.end());
            String whole = (bare.substring(0, brackets.start()) + tail).strip();
            if (!whole.isEmpty() && Phrase.core(tail).isEmpty())
                return explained(found, whole, brackets.group(1).strip());
        }
        Optional<List<String>> both = joined(bare);
        if (both.isPresent()) return both.get();
        Optional<List<String>> body = bodies.byWords(bare, false);
        if (body.isPresent()) return body.get();
        Optional<List<String>> person = titledPerson(bare);
        if (person.isPresent()) return person.get();
        Optional<List<String>> inside = inside(found, bare);
        if (inside.isPresent()) return inside.get();
        Optional<String> party = partyCalled(bare);
        if (party.isPresent()) return List.of(party.get());
        if (found.form() == MentionForm.DEMONYM) return descriptions.actors(found, words, bare);
        Optional<String> self = descriptions.self(bare);
        if (self.isPresent()) return List.of(self.get());
        Optional<String> alone = alone(bare);
        if (alone.isPresent()) return actors(found, alone.get(), Phrase.bare(alone.get()));
        String core = Phrase.core(bare);
        if (core.isEmpty() || !bare.endsWith(core)) return descriptions.actors(found, words, bare);
        if (!core.contains(" ") && !Phrase.isDefinite(words)) {
            Optional<Optional<String>> leader = persons.knownByFamilyName(core);
            if (leader.isPresent()) return leader.get().stream().toList();
        }
        Optional<String> longer = shortForms.longer(core);
        if (longer.isPresent()) return List.of(longer.get());
        if (Phrase.words(core).stream().map(Phrase::lower).allMatch(Meanings::isOrdinary)) {
            List<String> back = coreference.pointingBack(Phrase.lower(core), earlier);
            return back.isEmpty() ? List.of(cast.local(core, ActorKind.OTHER, Optional.empty())) : back;
        }
        return List.of(cast.organisation(core, kindOf(core), Optional.empty()));
    }

    /** "Republican": the party of a state of the text that is called so with "Party" behind it. */
    private Optional<String> partyCalled(String bare) {
        if (bare.contains(" ")) return Optional.empty();
        Set<String> parties = new TreeSet<>(meanings.candidates(bare + " Party", MentionForm.NAME));
        parties.removeIf(id -> !cast.present().contains(meanings.stateOf(id)));
        return parties.size() == 1 ? parties.stream().findFirst() : Optional.empty();
    }

    /** The name before what is told of it: "Eva Lind, a teacher in Zenda", "Eva Lind, 39", "Eva Lind of the Zenda Institute". */
    private static Optional<String> alone(String bare) {
        Matcher apposition = APPOSITION.matcher(bare);
        if (apposition.find()) return Optional.of(bare.substring(0, apposition.start()));
        List<String> parts = Phrase.parts(bare);
        if (parts.isEmpty()) return Optional.empty();
        List<String> name = PersonNames.upToPreposition(Phrase.words(parts.get(0)));
        return name.size() < Phrase.words(bare).size() && Gender.ofName(name).isPresent()
                ? Optional.of(String.join(" ", name))
                : Optional.empty();
    }

    /** Names that this document alone gives: explained acronyms, family names and short forms. */
    private Optional<List<String>> inDocument(Found found, String bare) {
        Set<String> aliased = cast.aliased(bare);
        if (!aliased.isEmpty()) return Optional.of(aliased.size() == 1 ? List.copyOf(aliased) : List.of());
        List<String> name = Phrase.words(Phrase.withoutPossessive(bare));
        if (name.isEmpty() || name.size() > 3 || !Phrase.isCapitalised(name.get(0))) return Optional.empty();
        if (name.size() > 1 && isKnownPerson(name))
            return Optional.empty(); // whoever else the text has whose name ends so
        Set<String> people = Persons.ids(cast.peopleEndingWith(name));
        boolean isOther = Stream.of(dictionary.named(bare), dictionary.withMetonym(bare))
                .flatMap(List::stream)
                .anyMatch(id -> cast.kind(id) != ActorKind.PERSON);
        if (isOther) people.removeIf(id -> cast.kind(id) != ActorKind.PERSON); // "All of Ruritania" was never one
        if (people.isEmpty() && !isOther && name.size() == 1 && Gender.isGivenName(name.get(0))) {
            Set<String> called = Persons.ids(cast.peopleBeginningWith(name.get(0))); // "Eva", of whom the text has one
            return called.size() == 1 ? Optional.of(List.copyOf(called)) : Optional.empty();
        }
        if (people.isEmpty()) return Optional.empty();
        if (isOther) return Optional.of(List.of());
        return Optional.of(cast.goesBy(name, people)
                .map(List::of)
                .orElseGet(() -> coreference.linked(found, earlier, people::contains, false)));
    }

    private boolean isKnownPerson(List<String> name) {
        List<String> known = dictionary.named(String.join(" ", name));
        return known.size() == 1 && cast.kind(known.get(0)) == ActorKind.PERSON;
    }

    /** "Ruritanians" are people; "the Ruritanians", as a party to something, are their state. */
    private boolean isPeople(String words, String bare) {
        if (bare.contains(" ")
                || !bare.endsWith("s")
                || dictionary.withDemonym(bare).isEmpty()) return false;
        boolean isParty = words.strip().matches("(?is)the\\s+\\S+");
        return !isParty && dictionary.named(bare).isEmpty();
    }

    private List<String> explained(Found found, String whole, String inBrackets) {
        boolean isShort = ShortForms.isShortFor(inBrackets, whole);
        Set<String> byWhole = meanings.candidates(whole, found.form());
        Set<String> byBrackets = meanings.candidates(inBrackets, found.form());
        Optional<String> actor;
        if (!byWhole.isEmpty()) {
            Set<String> shared = new TreeSet<>(byWhole);
            shared.retainAll(byBrackets);
            actor = meanings.choose(shared.isEmpty() ? byWhole : shared, whole);
        } else if (isShort
                && personNames.titled(whole).isEmpty()
                && byBrackets.stream().anyMatch(id -> shortForms.sharesAWord(id, whole))) {
            actor = meanings.choose(
                    byBrackets.stream()
                            .filter(id -> shortForms.sharesAWord(id, whole))
                            .toList(),
                    whole);
        } else {
            actor = actors(found, whole, Phrase.bare(whole)).stream().findFirst();
        }
        if (isShort) actor.ifPresent(id -> cast.alias(inBrackets, id));
        return actor.stream().toList();
    }

    /** "Ruritania and Graustark" in one mention: both, if both are known. */
    private Optional<List<String>> joined(String bare) {
        String[] parts = bare.split("\\s+and\\s+");
        if (parts.length != 2) return Optional.empty();
        Optional<PersonNames.Titled> first = personNames.titled(parts[0]);
        List<String> second = Phrase.words(parts[1]);
        if (first.isPresent()
                && second.size() > 1
                && personNames.isPersonName(second)
                && personNames.lastRole(second) < 0) {
            List<String> named = new ArrayList<>(
                    persons.person(first.get().name(), first.get().title()));
            named.addAll(persons.person(second, first.get().title()));
            return Optional.of(named);
        }
        Set<String> both = new LinkedHashSet<>();
        String head = parts[1].substring(parts[1].lastIndexOf(' ') + 1).replaceAll("(?<=[^s])s$", "");
        meanings.known(Phrase.bare(parts[0]) + " " + head)
                .or(() -> meanings.known(Phrase.bare(parts[0])))
                .ifPresent(both::add);
        meanings.known(Phrase.bare(parts[1]))
                .or(() -> meanings.known(Phrase.bare(parts[1]).replaceAll("(?<=[^s])s$", "")))
                .ifPresent(both::add);
        return both.size() == 2 ? Optional.of(List.copyOf(both)) : Optional.empty();
    }

    private Optional<List<String>> titledPerson(String bare) {
        Optional<PersonNames.Titled> titled = personNames.titled(bare);
        if (titled.isPresent())
            return Optional.of(persons.person(titled.get().name(), titled.get().title()));
        List<String> words = Phrase.words(Phrase.withoutPossessive(bare));
        boolean isPlain =
                words.size() >= 2 && words.size() <= 5 && personNames.isPersonName(words) && !bare.contains(",");
        if (!isPlain || words.stream().anyMatch(w -> !dictionary.withDemonym(w).isEmpty())) return Optional.empty();
        return Optional.of(persons.person(words, ""));
    }

    /** A known name inside the words: after "the banned" or "the news agency", before a comma, after its own state. */
    private Optional<List<String>> inside(Found found, String bare) {
        List<String> parts = Phrase.parts(bare);
        if (parts.size() > 1) {
            Set<String> first = meanings.candidates(Phrase.bare(parts.get(0)), found.form());
            if (!first.isEmpty())
                return Optional.of(meanings.choose(first, bare).stream().toList());
        }
        Matcher tail = TAIL.matcher(bare);
        if (tail.find()) {
            Optional<List<String>> known = inDocument(found, tail.group(1));
            if (known.isPresent()) return known;
            Set<String> candidates = meanings.candidates(tail.group(1), found.form());
            if (!candidates.isEmpty())
                return Optional.of(meanings.choose(candidates, bare).stream().toList());
        }
        List<String> words = Phrase.words(bare);
        for (int cut = 1; cut < Math.min(words.size() - 1, Phrase.LONGEST_NAME); cut++) {
            Optional<String> owner = meanings.known(String.join(" ", words.subList(0, cut)));
            Set<String> rest =
                    meanings.candidates(String.join(" ", words.subList(cut, words.size())), MentionForm.NAME);
            if (owner.isEmpty() || rest.size() != 1) continue;
            String id = rest.iterator().next();
            if (cast.isWithin(id, owner.get()) || meanings.stateOf(id).equals(owner.get()))
                return Optional.of(List.of(id));
        }
        return Optional.empty();
    }

    /** By a word of the name, and only where that is plain. */
    private static ActorKind kindOf(String name) {
        List<String> words = Phrase.words(name).stream()
                .map(Phrase::lower)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (words.contains("ministry") || words.contains("directorate")) return ActorKind.GOVERNMENT_BODY;
        if (words.contains("party")) return ActorKind.PARTY;
        if (words.contains("bank")
                || words.contains("company")
                || words.contains("corporation")
                || words.contains("ltd")) {
            return ActorKind.BUSINESS;
        }
        if (words.contains("news") || words.contains("radio") || words.contains("television") || words.contains("tv")) {
            return ActorKind.MEDIA;
        }
        return ActorKind.OTHER;
    }
}
