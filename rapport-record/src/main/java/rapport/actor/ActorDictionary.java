package rapport.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.actor.ActorFile.Row;
import rapport.actor.ActorFile.Term;
import rapport.actor.CodebookException.Fault;
import rapport.ontology.ActorKind;
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Actor.Membership;
import rapport.record.Actor.Office;
import rapport.record.Days;
import rapport.record.Ids;

/**
 * The actors that are known by name, with what they belong to and which offices they hold.
 *
 * <p>Every look-up that goes by words gives all actors that the words can stand for, in order of their ids: more than one
 * means that the words alone do not tell. "The" before a name, full stops of acronyms, accents, and kinds of hyphen and
 * apostrophe make no difference; upper and lower case do as {@link Name} says.
 *
 * <p>Threads: immutable.
 */
public final class ActorDictionary {

    private static final List<String> SHIPPED =
            List.of("states.tsv", "bodies.tsv", "state-bodies.tsv", "igos.tsv", "groups.tsv", "people.tsv");

    private static final String NAME = "Xnamex"; // stands for {name} in a pattern; no name has this word
    private static final String DEMONYM = "Xdemonymx";

    /** Countries in which the family name comes first in English news. */
    private static final Set<String> FAMILY_NAME_FIRST = Set.of("CHN", "HKG", "KHM", "KOR", "PRK", "SGP", "TWN", "VNM");

    private static final int LONGEST = 14; // words of a name that are compared

    /** One way of writing, and what it stands for: the id of an actor or the key of a pattern. */
    private record Entry(Name name, String id) {}

    private final List<ActorFile> files;
    private final Map<String, Row> bodies = new LinkedHashMap<>();
    private final Map<String, List<Located>> rows = new LinkedHashMap<>();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, List<Entry>> names = new HashMap<>();
    private final Map<String, List<Entry>> stateNames = new HashMap<>();
    private final Map<String, List<Entry>> demonyms = new HashMap<>();
    private final Map<String, List<Entry>> stateDemonyms = new HashMap<>();
    private final Map<String, List<Entry>> metonyms = new HashMap<>();
    private final Map<String, List<Entry>> patterns = new HashMap<>();
    private final Map<String, List<Entry>> bare = new HashMap<>();
    private final Map<String, List<Entry>> titles = new HashMap<>();
    private final Map<String, List<Entry>> surnames = new HashMap<>();
    private final Map<String, List<String>> holders = new HashMap<>();
    private final Hierarchy hierarchy = new Hierarchy(this::find);

    /** A row and its file. */
    record Located(ActorFile file, Row row) {}

    private ActorDictionary(List<ActorFile> files, List<Fault> faults) {
        this.files = files;
        for (ActorFile file : files) {
            for (Row row : file.rows()) {
                if (row.isBody()) addBody(file, row, faults);
                else addRow(file, row, faults);
            }
        }
        rows.forEach((id, located) -> {
            Actor actor = actor(id, located);
            actors.put(id, actor);
            index(actor, located);
        });
        bodies.values().forEach(this::indexPattern);
        for (ActorFile file : files) checkReferences(file, faults);
        if (!faults.isEmpty()) throw new CodebookException(faults);
    }

    /** The dictionary that comes with the program. */
    public static ActorDictionary shipped() {
        return shippedWith(List.of());
    }

    /**
     * The dictionary that comes with the program, and the user's files. A row whose id is there already adds its names,
     * offices and memberships to that actor.
     *
     * @throws CodebookException if lines cannot be read as written; it names all of them
     * @throws UncheckedIOException if a file cannot be read at all
     */
    public static ActorDictionary shippedWith(Collection<Path> userFiles) {
        List<Fault> faults = new ArrayList<>();
        List<ActorFile> files = new ArrayList<>();
        for (String name : SHIPPED) {
            shippedLines(name).ifPresent(lines -> files.add(ActorFile.read(name, KnownBy.DICTIONARY, lines, faults)));
        }
        for (Path file : userFiles) {
            try {
                files.add(ActorFile.read(
                        file.toString(),
                        KnownBy.USER,
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                                .lines()
                                .toList(),
                        faults));
            } catch (IOException e) {
                throw new UncheckedIOException("reading the actor file " + file, e);
            }
        }
        return new ActorDictionary(List.copyOf(files), faults);
    }

    /** A dictionary of these lines alone; for small worlds, as in tests and examples. */
    public static ActorDictionary of(List<String> lines) {
        List<Fault> faults = new ArrayList<>();
        List<ActorFile> files = new ArrayList<>();
        shippedLines("bodies.tsv")
                .ifPresent(bodies -> files.add(ActorFile.read("bodies.tsv", KnownBy.DICTIONARY, bodies, faults)));
        files.add(ActorFile.read("actors", KnownBy.USER, lines, faults));
        return new ActorDictionary(List.copyOf(files), faults);
    }

    private static Optional<List<String>> shippedLines(String name) {
        try (InputStream in = ActorDictionary.class.getResourceAsStream(name)) {
            if (in == null) return Optional.empty();
            return Optional.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the shipped actor file " + name, e);
        }
    }

    /** Eight hexadecimal digits that change with any line of any file: part of a codebook's name. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        for (ActorFile file : files) all.append(file.digest()).append('\n');
        return Ids.sha256(all.toString()).substring(0, 8);
    }

    // ---- by id

    /** The actor with this id; a body that a state has by pattern is one too. */
    public Optional<Actor> find(String id) {
        Actor actor = actors.get(id);
        return actor != null ? Optional.of(actor) : bodyByPattern(id);
    }

    /** All actors that have a line of their own, in the order of the files. */
    public Collection<Actor> all() {
        return java.util.Collections.unmodifiableCollection(actors.values());
    }

    /** The id of the body or office of a state, "foreign-minister" of "rur", if there is one. */
    public Optional<String> bodyOf(String state, String body) {
        return find(state + "." + body).map(Actor::id);
    }

    /** @see Hierarchy#topmost */
    public String topmost(String id, Days days) {
        return hierarchy.topmost(id, days);
    }

    /** @see Hierarchy#isWithin */
    public boolean isWithin(String id, String whole, Days days) {
        return hierarchy.isWithin(id, whole, days);
    }

    /** Whether it is an office that one person holds, and not a body of several. */
    public boolean isOffice(String id) {
        Row body = bodies.get(id.substring(id.indexOf('.') + 1));
        return body != null && !body.titles().isEmpty()
                || rows.getOrDefault(id, List.of()).stream()
                        .anyMatch(located -> !located.row().titles().isEmpty());
    }

    /** The adjective and people words of an actor, the adjective first: "Ruritanian", "Ruritanians"; mostly none. */
    public List<String> demonyms(String id) {
        return terms(id, Row::demonyms);
    }

    /** Capitals and seats that stand for an actor where it acts; mostly none. */
    public List<String> metonyms(String id) {
        return terms(id, Row::metonyms);
    }

    private List<String> terms(String id, Function<Row, List<String>> column) {
        return rows.getOrDefault(id, List.of()).stream()
                .flatMap(located -> column.apply(located.row()).stream())
                .distinct()
                .toList();
    }

    /** The persons who hold an office on some of these days, in order of their ids. */
    public List<String> holders(String office, Days days) {
        return holders.getOrDefault(office, List.of()).stream()
                .filter(id -> heldOffices(id, days).anyMatch(held -> held.of().equals(office)))
                .distinct()
                .sorted()
                .toList();
    }

    /** The offices that a person holds on some of these days. */
    public List<Office> offices(String id, Days days) {
        return heldOffices(id, days).toList();
    }

    private Stream<Office> heldOffices(String id, Days days) {
        return find(id).stream()
                .flatMap(actor -> actor.offices().stream())
                .filter(office -> office.days().overlaps(days));
    }

    // ---- by words

    /** Actors with this name; "the Ruritanian army" and its like too. */
    public List<String> named(String words) {
        Name name = Name.of(words).withoutPossessive();
        if (name.isEmpty() || name.words().size() > LONGEST) return List.of();
        Set<String> found = new TreeSet<>(find(names, name));
        addByPattern(name, found);
        return List.copyOf(found);
    }

    /** States and unions with this adjective or people word: "Ruritanian", "Ruritanians". */
    public List<String> withDemonym(String words) {
        return List.copyOf(find(demonyms, Name.of(words).withoutPossessive()));
    }

    /** Actors for which this capital or seat stands where it acts. */
    public List<String> withMetonym(String words) {
        return List.copyOf(find(metonyms, Name.of(words).withoutPossessive()));
    }

    /** Keys of the bodies that these words name without their state: "foreign" for "the Foreign Ministry". */
    public List<String> bareBodies(String words) {
        return List.copyOf(find(bare, Name.of(words).withoutPossessive()));
    }

    /**
     * What a holder of this title holds: keys of bodies ("foreign-minister") and ids of single offices
     * ("gra.chancellor"). Empty if it is no title.
     */
    public List<String> titled(String words) {
        return List.copyOf(find(titles, Name.of(words).withoutPossessive()));
    }

    /** Persons who have a name with this end, as "Novak" or "van Dorn"; for some countries, with this beginning. */
    public List<String> peopleCalled(String familyName) {
        Name name = Name.of(familyName).withoutPossessive();
        if (name.isEmpty()) return List.of();
        Set<String> found = new TreeSet<>();
        for (Entry entry : surnames.getOrDefault(lastKey(name), List.of())) {
            if (endsWith(entry.name(), name)) found.add(entry.id());
        }
        if (name.words().size() == 1) {
            for (Entry entry : surnames.getOrDefault("^" + name.key(), List.of())) {
                if (entry.name().part(0, 1).isWrittenAs(name)) found.add(entry.id());
            }
        }
        return List.copyOf(found);
    }

    /** Two ways of writing a name have the same key if they differ only as {@link #named} allows, and by case. */
    public static String key(String words) {
        return Name.of(words).withoutPossessive().key();
    }

    private static boolean endsWith(Name whole, Name end) {
        int from = whole.words().size() - end.words().size();
        return from >= 0 && whole.part(from, whole.words().size()).isWrittenAs(end);
    }

    private static Set<String> find(Map<String, List<Entry>> index, Name name) {
        Set<String> found = new TreeSet<>();
        for (Entry entry : index.getOrDefault(name.key(), List.of())) {
            if (entry.name().isWrittenAs(name)) found.add(entry.id());
        }
        return found;
    }

    /** Puts the placeholder for every state's name or demonym inside, and looks for the pattern that is left. */
    private void addByPattern(Name name, Set<String> found) {
        int size = name.words().size();
        if (size < 2) return;
        for (int from = 0; from < size; from++) {
            for (int to = from + 1; to <= Math.min(size, from + 6); to++) {
                boolean hasArticle = to - from > 1 && name.words().get(from).equals("the");
                Name part = name.part(hasArticle ? from + 1 : from, to);
                for (String state : find(stateNames, part)) addByPattern(name, from, to, NAME, state, found);
                for (String state : find(stateDemonyms, part)) addByPattern(name, from, to, DEMONYM, state, found);
            }
        }
    }

    private void addByPattern(Name name, int from, int to, String place, String state, Set<String> found) {
        List<String> words = new ArrayList<>(name.words().subList(0, from));
        words.add(place);
        words.addAll(name.words().subList(to, name.words().size()));
        for (String body : find(patterns, new Name(words))) found.add(state + "." + body);
    }

    // ---- building

    private void addBody(ActorFile file, Row row, List<Fault> faults) {
        if (bodies.putIfAbsent(row.id(), row) != null) {
            faults.add(new Fault(file.name(), row.line(), "body \"" + row.id() + "\" twice", "each body once"));
        }
    }

    private void addRow(ActorFile file, Row row, List<Fault> faults) {
        List<Located> before = rows.computeIfAbsent(row.id(), id -> new ArrayList<>());
        for (Located other : before) {
            if (other.file() == file) {
                faults.add(new Fault(
                        file.name(),
                        row.line(),
                        "id \"" + row.id() + "\" again, after line "
                                + other.row().line(),
                        "each id once in a file"));
                return;
            }
            if (other.row().kind() != row.kind()) {
                faults.add(new Fault(
                        file.name(),
                        row.line(),
                        "\"" + row.kind().code() + "\" in column \"kind\"",
                        "\"" + other.row().kind().code() + "\", as "
                                + other.file().name() + ":" + other.row().line() + " says of \"" + row.id() + "\""));
                return;
            }
        }
        before.add(new Located(file, row));
    }

    private void checkReferences(ActorFile file, List<Fault> faults) {
        for (Row row : file.rows()) {
            for (Term term : row.partOf()) {
                boolean isFound = row.isBody()
                        ? term.of().equals("state") || bodies.containsKey(term.of())
                        : find(term.of()).isPresent();
                if (!isFound) faults.add(missing(file, row, term, "partOf"));
            }
            for (Term term : row.offices()) {
                if (find(term.of()).isEmpty()) faults.add(missing(file, row, term, "offices"));
            }
        }
    }

    private static Fault missing(ActorFile file, Row row, Term term, String column) {
        return new Fault(
                file.name(),
                row.line(),
                "\"" + term.of() + "\" in column \"" + column + "\"",
                "the id of an actor that some line has");
    }

    private Actor actor(String id, List<Located> located) {
        Row first = located.get(0).row();
        Optional<Actor> pattern = bodyByPattern(id);
        Set<String> forms = new LinkedHashSet<>();
        Set<String> sectors = new LinkedHashSet<>();
        List<Membership> partOf = new ArrayList<>();
        List<Office> offices = new ArrayList<>();
        Optional<String> country = Optional.empty();
        KnownBy known = located.get(0).file().known();
        forms.add(first.name());
        for (Located each : located) {
            Row row = each.row();
            forms.add(row.name());
            forms.addAll(row.names());
            sectors.addAll(row.sectors());
            for (Term term : row.offices()) {
                offices.add(new Office(titleOf(term.of()), term.of(), term.days()));
                partOf.add(new Membership(term.of(), term.days()));
            }
            if (country.isEmpty()) country = row.country();
        }
        // after the offices: a president speaks for the state before he speaks for a party
        for (Located each : located) {
            for (Term term : each.row().partOf()) partOf.add(new Membership(term.of(), term.days()));
        }
        if (partOf.isEmpty()) pattern.ifPresent(body -> partOf.addAll(body.partOf()));
        if (sectors.isEmpty()) pattern.ifPresent(body -> sectors.addAll(body.sectors()));
        if (country.isEmpty()) country = pattern.flatMap(Actor::country);
        return new Actor(
                id,
                first.name(),
                first.kind(),
                country,
                List.copyOf(sectors),
                partOf,
                offices,
                List.copyOf(forms),
                Optional.empty(),
                known);
    }

    private String titleOf(String office) {
        List<Located> own = rows.getOrDefault(office, List.of());
        Row body = bodies.get(office.substring(office.indexOf('.') + 1));
        return Stream.concat(own.stream().map(Located::row), Stream.ofNullable(body))
                .flatMap(row -> row.titles().stream())
                .findFirst()
                .orElseGet(() -> own.isEmpty() ? office : own.get(0).row().name());
    }

    /** The body that a state has by pattern, with the names that the state's first name and demonym give it. */
    private Optional<Actor> bodyByPattern(String id) {
        int dot = id.indexOf('.');
        if (dot < 0) return Optional.empty();
        Row body = bodies.get(id.substring(dot + 1));
        List<Located> located = rows.getOrDefault(id.substring(0, dot), List.of());
        if (body == null || located.isEmpty() || !hasBodies(located)) return Optional.empty();
        Row state = located.get(0).row();
        Optional<String> demonym = state.demonyms().stream().findFirst();
        List<String> forms = Stream.concat(Stream.of(body.name()), body.names().stream())
                .filter(form -> demonym.isPresent() || !form.contains("{demonym}"))
                .map(form -> form.replace("{name}", state.name()).replace("{demonym}", demonym.orElse("")))
                .distinct()
                .toList();
        List<Membership> partOf = body.partOf().stream()
                .map(term -> new Membership(
                        term.of().equals("state") ? state.id() : state.id() + "." + term.of(), term.days()))
                .toList();
        return Optional.of(new Actor(
                id,
                forms.get(0),
                body.kind(),
                state.country(),
                body.sectors(),
                partOf,
                List.of(),
                forms,
                Optional.empty(),
                located.get(0).file().known()));
    }

    /** States, and what is run like one though few call it a state: a land with a demonym. */
    private static boolean hasBodies(List<Located> located) {
        ActorKind kind = located.get(0).row().kind();
        return kind == ActorKind.STATE
                || kind == ActorKind.OTHER
                        && located.stream()
                                .anyMatch(each -> !each.row().demonyms().isEmpty());
    }

    private void index(Actor actor, List<Located> located) {
        boolean isState = hasBodies(located);
        for (String form : actor.names()) {
            add(names, form, actor.id());
            if (isState) add(stateNames, form, actor.id());
            if (actor.kind() == ActorKind.PERSON) indexPerson(actor, Name.of(form));
        }
        for (Located each : located) {
            for (String form : each.row().demonyms()) {
                add(demonyms, form, actor.id());
                if (isState) add(stateDemonyms, form, actor.id());
            }
            for (String form : each.row().metonyms()) add(metonyms, form, actor.id());
            for (String form : each.row().titles()) add(titles, form, actor.id());
        }
        for (Office office : actor.offices()) {
            holders.computeIfAbsent(office.of(), of -> new ArrayList<>()).add(actor.id());
        }
    }

    private void indexPerson(Actor actor, Name name) {
        if (name.words().size() < 2) return;
        Entry entry = new Entry(name, actor.id());
        surnames.computeIfAbsent(lastKey(name), key -> new ArrayList<>()).add(entry);
        if (actor.country().filter(FAMILY_NAME_FIRST::contains).isPresent()) {
            surnames.computeIfAbsent("^" + name.part(0, 1).key(), key -> new ArrayList<>())
                    .add(entry);
        }
    }

    private static String lastKey(Name name) {
        int size = name.words().size();
        return name.part(size - 1, size).key();
    }

    private void indexPattern(Row body) {
        Stream.concat(Stream.of(body.name()), body.names().stream())
                .forEach(form -> add(patterns, form.replace("{name}", NAME).replace("{demonym}", DEMONYM), body.id()));
        body.bare().forEach(form -> add(bare, form, body.id()));
        body.titles().forEach(form -> add(titles, form, body.id()));
    }

    private static void add(Map<String, List<Entry>> index, String form, String id) {
        Name name = Name.of(form);
        if (name.isEmpty()) return;
        List<Entry> entries = index.computeIfAbsent(name.key(), key -> new ArrayList<>(1));
        Entry entry = new Entry(name, id);
        if (!entries.contains(entry)) entries.add(entry);
    }

    // ---- for the check

    List<ActorFile> files() {
        return files;
    }

    /** Every name that more than one actor has, with their ids; in order of the names. */
    Map<String, Set<String>> sharedNames() {
        Map<String, Set<String>> shared = new java.util.TreeMap<>();
        for (Map<String, List<Entry>> index : List.of(names, demonyms, metonyms)) {
            for (List<Entry> entries : index.values()) {
                for (Entry entry : entries) {
                    Set<String> ids = find(index, entry.name());
                    if (ids.size() > 1) shared.put(String.join(" ", entry.name().words()), ids);
                }
            }
        }
        return shared;
    }
}
