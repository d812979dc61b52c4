package rapport.analysis.mention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;

/** Whom words mean that describe somebody: "Ruritanian authorities", "the prime minister", "two farmers". */
final class Descriptions {

    private static final Pattern LED =
            Pattern.compile("([\\p{L}’']+)[-‑](?:led|run|controlled|dominated|appointed)\\b");

    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Meanings meanings;
    private final PersonNames personNames;
    private final Affiliations affiliations;
    private final Bodies bodies;
    private final Persons persons;
    private final Coreference coreference;
    private final List<Resolved> earlier;

    /** @param earlier mentions that are resolved already, in order; it grows while the document is heard */
    Descriptions(
            Cast cast,
            Meanings meanings,
            PersonNames personNames,
            Affiliations affiliations,
            Bodies bodies,
            Persons persons,
            Coreference coreference,
            List<Resolved> earlier) {
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.meanings = meanings;
        this.personNames = personNames;
        this.affiliations = affiliations;
        this.bodies = bodies;
        this.persons = persons;
        this.coreference = coreference;
        this.earlier = earlier;
    }

    /** Empty if nobody can say. */
    List<String> actors(Found found, String words, String bare) {
        String lower = Phrase.lower(words).replaceAll("^the\\s+", "").strip();
        if (Vocabulary.BOTH.contains(lower)) return coreference.both(found, earlier);
        boolean isPeople = found.form() == MentionForm.DESCRIPTION
                && !dictionary.withDemonym(bare).isEmpty();
        Set<String> exact = isPeople ? Set.of() : meanings.candidates(bare, found.form());
        if (!exact.isEmpty()) return meanings.choose(exact, bare).stream().toList();
        Set<String> aliased = cast.aliased(bare);
        if (!aliased.isEmpty()) return aliased.size() == 1 ? List.copyOf(aliased) : List.of();
        Optional<PersonNames.Titled> titled = personNames.titled(bare);
        if (titled.isPresent())
            return persons.person(titled.get().name(), titled.get().title());
        Optional<String> self = self(bare);
        if (self.isPresent()) return List.of(self.get());
        boolean isIndefinite = Phrase.lower(words).matches("(?s)(an?|some|several|many|other|two|three|one)\\s.*");
        String head = Phrase.head(bare);
        Optional<String> whole = affiliations.find(bare);
        Optional<List<String>> inCapital = isIndefinite ? Optional.empty() : bodies.inCapital(bare);
        if (inCapital.isPresent()) return inCapital.get();
        if (!isIndefinite && !dictionary.bareBodies(bare).isEmpty()) {
            List<String> back = personInOffice(dictionary.bareBodies(bare));
            if (!back.isEmpty()) return back;
            Optional<List<String>> body = bodies.byWords(bare, true);
            if (body.isPresent() && !body.get().isEmpty()) return body.get();
        }
        Set<String> offices = personNames.officeAtEnd(bare);
        if (Phrase.isDefinite(words) && PersonNames.isFormer(bare) && !offices.isEmpty()) {
            Set<String> holders = persons.formerHolders(offices);
            whole.ifPresent(
                    state -> holders.removeIf(id -> !meanings.stateOf(id).equals(state)));
            if (holders.size() == 1) return List.copyOf(holders);
        }
        if (Phrase.isDefinite(words) && !bare.contains(" ")) {
            List<String> back = coreference.pointingBack(head, earlier);
            if (!back.isEmpty()) return back;
        }
        List<String> linked = coreference.linked(
                found, earlier, id -> agrees(id, head, whole) && persons.mayHaveHeld(id, offices), isPlural(head));
        if (!linked.isEmpty()) return linked;
        if (Phrase.isDefinite(words) && !bare.contains(" ") && Vocabulary.POINTING.contains(head)) return List.of();
        return List.of(described(bare, head, whole));
    }

    /** "The prime minister" after "Prime Minister Jan Novak": the nearest person whom the text gave that office. */
    private List<String> personInOffice(List<String> keys) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Resolved mention = earlier.get(i);
            if (mention.found().form() != MentionForm.NAME || mention.actors().size() != 1) continue;
            String id = mention.actors().get(0);
            if (cast.kind(id) != ActorKind.PERSON) continue;
            boolean isInOffice = personNames.titleKeys(mention.words()).stream().anyMatch(keys::contains)
                    && !PersonNames.isFormer(mention.words());
            if (isInOffice) return List.of(id);
        }
        return List.of();
    }

    /** "Ruritanian authorities", "Front of Zenda fighters", "the Front-led administration": the state or group itself. */
    Optional<String> self(String bare) {
        String head = Phrase.head(bare);
        Matcher led = LED.matcher(bare);
        if (led.find() && Vocabulary.FIGHTERS.contains(head)) {
            Optional<String> leading = meanings.known(led.group(1)).filter(id -> cast.kind(id) != ActorKind.STATE);
            if (leading.isPresent()) return leading;
        }
        List<String> words = Phrase.words(Phrase.unnumbered(bare));
        String last = words.isEmpty() ? "" : Phrase.lower(words.get(words.size() - 1));
        if (words.size() > 1 && !last.equals(head)) {
            Optional<String> whole = meanings.known(String.join(" ", words.subList(0, words.size() - 1)));
            if (whole.filter(id -> standsFor(id, last)).isPresent()) return whole;
        }
        int at = -1;
        for (int i = 0; i < words.size(); i++) if (Phrase.lower(words.get(i)).equals(head)) at = i;
        if (at < 0) return Optional.empty();
        if (at > 0) {
            Optional<String> whole = meanings.known(String.join(" ", words.subList(0, at)));
            if (whole.isPresent()) return whole.filter(id -> standsFor(id, head));
            Optional<String> government = governmentOf(words.subList(0, at), head);
            if (government.isPresent()) return government;
            Optional<String> core = Optional.of(Phrase.core(String.join(" ", words.subList(0, at))))
                    .filter(name -> !name.isEmpty() && !name.matches(".*['’]s?( .*)?"))
                    .flatMap(meanings::known);
            if (core.isPresent()) return core.filter(id -> standsFor(id, head));
        }
        if (at + 2 < words.size() && words.get(at + 1).equals("of")) {
            int start = words.get(at + 2).equalsIgnoreCase("the") ? at + 3 : at + 2;
            return meanings.known(String.join(" ", words.subList(Math.min(start, words.size()), words.size())))
                    .filter(id -> cast.kind(id) != ActorKind.STATE && standsFor(id, head));
        }
        return Optional.empty();
    }

    /** "The Novak government": that of the state in which the person holds an office. */
    private Optional<String> governmentOf(List<String> name, String head) {
        if (!Set.of("government", "administration", "cabinet", "regime").contains(head)
                || !personNames.isPersonName(name)) {
            return Optional.empty();
        }
        Set<String> heardOf = Persons.ids(cast.peopleEndingWith(name));
        cast.personNamed(name).map(Cast.Person::id).ifPresent(heardOf::add);
        if (heardOf.isEmpty()) {
            Stream.concat(
                            dictionary.named(String.join(" ", name)).stream(),
                            dictionary.peopleCalled(String.join(" ", name)).stream())
                    .filter(persons::isLeader)
                    .forEach(heardOf::add);
        }
        return heardOf.size() == 1
                ? heardOf.stream()
                        .findFirst()
                        .map(meanings::stateOf)
                        .flatMap(state -> dictionary.bodyOf(state, "government"))
                : Optional.empty();
    }

    private boolean standsFor(String id, String head) {
        return cast.kind(id) == ActorKind.STATE ? Vocabulary.SELVES.contains(head) : Vocabulary.FIGHTERS.contains(head);
    }

    private boolean isPlural(String head) {
        return Vocabulary.ROLES_PLURAL.contains(head)
                || Vocabulary.PEOPLES.contains(head)
                || head.endsWith("s") && !Vocabulary.ROLES.contains(head);
    }

    private boolean agrees(String id, String head, Optional<String> whole) {
        if (whole.isPresent() && !cast.isWithin(id, cast.topmost(whole.get())) && !cast.isWithin(id, whole.get()))
            return false;
        if (Vocabulary.ROLES.contains(head)) return cast.mayBePerson(id);
        if (Vocabulary.PARTS_OF_STATES.contains(head))
            return cast.kind(id) != ActorKind.PERSON && cast.kind(id) != ActorKind.STATE;
        if (isPlural(head) || Vocabulary.POINTING.contains(head)) return cast.kind(id) != ActorKind.PERSON;
        return true;
    }

    private String described(String bare, String head, Optional<String> whole) {
        boolean isPeople = Vocabulary.PEOPLES.contains(head)
                || !dictionary.withDemonym(head).isEmpty();
        ActorKind kind;
        if (Vocabulary.ROLES.contains(head)) kind = ActorKind.PERSON;
        else if (isPeople || !dictionary.withDemonym(bare).isEmpty()) kind = ActorKind.PEOPLE;
        else if (head.matches("troops|soldiers|army|forces|warplanes|jets|drone|drones|warship"))
            kind = ActorKind.MILITARY;
        else if (head.matches("militants|gunmen|fighters|rebels|insurgents|terrorists|guerrillas"))
            kind = ActorKind.ARMED_GROUP;
        else kind = ActorKind.OTHER;
        Optional<String> body = Optional.of(Phrase.unnumbered(bare))
                .filter(rest -> !rest.equals(bare))
                .flatMap(meanings::known);
        return cast.local(bare, kind, kind == ActorKind.PEOPLE ? Optional.empty() : body.or(() -> whole));
    }
}
