package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Collection;
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
import rapport.record.Actor;
import rapport.record.Days;
import rapport.record.Span;

/**
 * Says whom each mention of one document stands for: an actor of the dictionary, a provisional one, or nobody.
 *
 * <p>Known miss: a family name without a full name in the document is linked only to one who leads a state of the text on that
 * day; a body without its state ("the Interior Ministry") stays unknown where two states' bodies speak.
 *
 * <p>Not thread-safe; one for each document.
 */
final class Resolver {

    /** Longest title and longest name that are looked for inside a phrase, in words. */
    private static final int WINDOW = 6;

    private static final Pattern EXPLAINED =
            Pattern.compile("^\\s*[(\\[]\\s*([\\p{L}][\\p{L}\\p{N}.‑-]{1,11})\\s*[)\\]]");
    private static final Pattern OR_EXPLAINED = Pattern.compile("^,?\\s+or\\s+([\\p{Lu}][\\p{Lu}.-]{1,9})\\b");
    private static final Pattern BRACKETS =
            Pattern.compile("\\s*[(\\[]\\s*(?:or |known as |also known as )?([^)\\]]{2,80})[)\\]]");
    private static final Pattern LED =
            Pattern.compile("([\\p{L}’']+)[-‑](?:led|run|controlled|dominated|appointed)\\b");
    private static final Pattern FORMER = Pattern.compile("(?i)\\b(former|ex|late|then|ousted|deposed)\\b");
    private static final Pattern LEADING = Pattern.compile(
            "(?i)former|ex|acting|new|deputy|senior|top|then|late|outgoing"
                    + "|incoming|interim|caretaker|current|longtime|veteran|leading|chief|high-ranking|unnamed|anonymous|local|ousted");
    private static final Pattern TAIL = Pattern.compile(
            "(?:^|\\s)(?!(?:of|in|at|on|to|for|from|by|with|near|and|or|against|the|a|an|its|his|her|their)\\s)\\p{Ll}[\\p{L}’'-]*\\s+(\\p{Lu}[^,]*)$");
    private static final List<String> LEADERS = List.of("president", "prime-minister", "monarch", "supreme-leader");

    private final String text;
    private final List<Span> sentences;
    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Surroundings surroundings;
    private final Coreference coreference;
    private List<Resolved> earlier = new ArrayList<>();
    private List<Resolved> heard = List.of();

    Resolver(String text, List<Span> sentences, Cast cast, Links links) {
        this.text = text;
        this.sentences = sentences;
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.surroundings = new Surroundings(text, dictionary);
        this.coreference = new Coreference(cast, links, sentences);
    }

    /**
     * Resolves all mentions of the document, after one hearing.
     *
     * @param found in order of place, the outer before the inner
     * @return without those that only say where
     */
    List<Resolved> resolve(List<Found> found) {
        heard = hear(found);
        return hear(found);
    }

    private List<Resolved> hear(List<Found> found) {
        earlier = new ArrayList<>();
        for (Found each : found) {
            String words = each.span().in(text);
            resolve(each, words).ifPresent(actors -> {
                earlier.add(new Resolved(each, words, actors));
                for (String actor : actors) {
                    cast.see(actor, Phrase.bare(words));
                    cast.speaks(actor);
                }
                if (actors.size() == 1) explain(each, actors.get(0));
            });
        }
        return List.copyOf(earlier);
    }

    /** Whom it stands for; empty if it is no mention at all, an empty list if nobody can say. */
    private Optional<List<String>> resolve(Found found, String words) {
        if (found.form() == MentionForm.PRONOUN) {
            return Optional.of(coreference.pronoun(found, words, earlier, heard));
        }
        String bare = Phrase.bare(words);
        if (found.form() != MentionForm.DEMONYM && !bare.contains("(")) {
            Span name = nameSpan(found);
            if (isPlace(bare) && surroundings.isPlaceOnly(name)) return Optional.empty();
            boolean isOther = isSingleName(bare) && surroundings.isPartOfLargerName(name, sentenceOf(found.span()))
                    || isPlace(bare) && surroundings.isAmericanPlace(name);
            if (isOther) return Optional.of(List.of());
        }
        return Optional.of(
                found.form() == MentionForm.DESCRIPTION ? describe(found, words, bare) : name(found, words, bare));
    }

    /** Whether the words are a state, a capital or the land of a body, which may only say where. */
    private boolean isPlace(String bare) {
        boolean isLand = Phrase.words(bare).stream().map(Phrase::lower).noneMatch(Resolver::isOrdinary);
        return !dictionary.withMetonym(bare).isEmpty()
                || dictionary.named(bare).stream()
                        .map(cast::kind)
                        .anyMatch(kind -> kind == ActorKind.STATE || isLand && kind == ActorKind.GOVERNMENT_BODY);
    }

    /** Whether it is one word of the dictionary, so that its neighbours count. */
    private boolean isSingleName(String bare) {
        return !bare.contains(" ")
                && (!dictionary.named(bare).isEmpty()
                        || !dictionary.withMetonym(bare).isEmpty()
                        || !dictionary.withDemonym(bare).isEmpty());
    }

    /** The mention without its article and possessive. */
    private Span nameSpan(Found found) {
        String words = found.span().in(text);
        String bare = Phrase.withoutPossessive(Phrase.bare(words));
        int at = Math.max(0, words.indexOf(bare));
        if (bare.isEmpty()) return found.span();
        return new Span(found.span().start() + at, found.span().start() + at + bare.length());
    }

    private Span sentenceOf(Span span) {
        return sentences.stream()
                .filter(sentence -> sentence.start() <= span.start() && span.start() < sentence.end())
                .findFirst()
                .orElse(span);
    }

    // ---- names

    private List<String> name(Found found, String words, String bare) {
        Optional<List<String>> inDocument = inDocument(bare);
        if (inDocument.isPresent()) return inDocument.get();
        if (isPeople(words, bare, found.form())) {
            return List.of(cast.local(bare, ActorKind.PEOPLE, Optional.empty()));
        }
        Set<String> candidates = candidates(bare, found.form());
        if (!candidates.isEmpty()) return choose(candidates, bare).stream().toList();
        Matcher brackets = BRACKETS.matcher(bare);
        if (brackets.find()) {
            String tail = bare.substring(brackets.end());
            String whole = (bare.substring(0, brackets.start()) + tail).strip();
            if (!whole.isEmpty() && Phrase.core(tail).isEmpty())
                return explained(found, whole, brackets.group(1).strip());
        }
        Optional<List<String>> both = joined(bare);
        if (both.isPresent()) return both.get();
        Optional<List<String>> body = bodyByWords(bare, false);
        if (body.isPresent()) return body.get();
        Optional<List<String>> person = titledPerson(bare);
        if (person.isPresent()) return person.get();
        Optional<List<String>> inside = inside(found, bare);
        if (inside.isPresent()) return inside.get();
        if (found.form() == MentionForm.DEMONYM) return describe(found, words, bare);
        Optional<String> self = self(bare);
        if (self.isPresent()) return List.of(self.get());
        String core = Phrase.core(bare);
        if (core.isEmpty() || !bare.endsWith(core)) return describe(found, words, bare);
        if (!core.contains(" ") && !Phrase.isDefinite(words)) {
            Optional<Optional<String>> leader = knownByFamilyName(core, Set.of(), Optional.empty(), false);
            if (leader.isPresent()) return leader.get().stream().toList();
        }
        Optional<String> longer = longer(core);
        if (longer.isPresent()) return List.of(longer.get());
        if (Phrase.words(core).stream().map(Phrase::lower).allMatch(Resolver::isOrdinary)) {
            List<String> back = coreference.pointingBack(Phrase.lower(core), earlier);
            return back.isEmpty() ? List.of(cast.local(core, ActorKind.OTHER, Optional.empty())) : back;
        }
        return List.of(cast.organisation(core, kindOf(core), Optional.empty()));
    }

    private static boolean isOrdinary(String word) {
        return Vocabulary.ORGANISATIONS.contains(word) || Vocabulary.POINTING.contains(word);
    }

    /** "Ruritanians" are people; "the Ruritanians", as a party to something, are their state. */
    private boolean isPeople(String words, String bare, MentionForm form) {
        if (bare.contains(" ")
                || !bare.endsWith("s")
                || dictionary.withDemonym(bare).isEmpty()) return false;
        boolean isParty = form == MentionForm.DEMONYM && words.strip().matches("(?is)the\\s+\\S+");
        return !isParty && dictionary.named(bare).isEmpty();
    }

    /** A known name inside the words: after "the banned" or "the news agency", before a comma, after its own state. */
    private Optional<List<String>> inside(Found found, String bare) {
        List<String> parts = Phrase.parts(bare);
        if (parts.size() > 1) {
            Set<String> first = candidates(Phrase.bare(parts.get(0)), found.form());
            if (!first.isEmpty())
                return Optional.of(choose(first, bare).stream().toList());
        }
        Matcher tail = TAIL.matcher(bare);
        if (tail.find()) {
            Optional<List<String>> known = inDocument(tail.group(1));
            if (known.isPresent()) return known;
            Set<String> candidates = candidates(tail.group(1), found.form());
            if (!candidates.isEmpty())
                return Optional.of(choose(candidates, bare).stream().toList());
        }
        List<String> words = Phrase.words(bare);
        for (int cut = 1; cut < Math.min(words.size() - 1, WINDOW); cut++) {
            Optional<String> owner = known(String.join(" ", words.subList(0, cut)));
            Set<String> rest = candidates(String.join(" ", words.subList(cut, words.size())), MentionForm.NAME);
            if (owner.isEmpty() || rest.size() != 1) continue;
            String id = rest.iterator().next();
            if (cast.isWithin(id, owner.get()) || stateOf(id).equals(owner.get())) return Optional.of(List.of(id));
        }
        return Optional.empty();
    }

    /** Names that this document alone gives: explained acronyms, family names and short forms. */
    private Optional<List<String>> inDocument(String bare) {
        Set<String> aliased = cast.aliased(bare);
        if (!aliased.isEmpty()) return Optional.of(aliased.size() == 1 ? List.copyOf(aliased) : List.of());
        List<String> name = Phrase.words(Phrase.withoutPossessive(bare));
        if (name.isEmpty() || name.size() > 3 || !Phrase.isCapitalised(name.get(0))) return Optional.empty();
        Set<String> people = ids(cast.peopleEndingWith(name));
        if (people.isEmpty()) return Optional.empty();
        boolean isOther = Stream.of(dictionary.named(bare), dictionary.withMetonym(bare))
                .flatMap(List::stream)
                .anyMatch(id -> cast.kind(id) != ActorKind.PERSON);
        return Optional.of(people.size() == 1 && !isOther ? List.copyOf(people) : List.of());
    }

    private static Set<String> ids(Collection<Cast.Person> people) {
        Set<String> ids = new TreeSet<>();
        people.forEach(person -> ids.add(person.id()));
        return ids;
    }

    private Set<String> candidates(String words, MentionForm form) {
        List<List<String>> inOrder = switch (form) {
            case METONYM ->
                List.of(dictionary.withMetonym(words), dictionary.named(words), dictionary.withDemonym(words));
            case DEMONYM ->
                List.of(dictionary.withDemonym(words), dictionary.named(words), dictionary.withMetonym(words));
            default -> List.of(dictionary.named(words), dictionary.withMetonym(words), dictionary.withDemonym(words));
        };
        for (List<String> candidates : inOrder) if (!candidates.isEmpty()) return new TreeSet<>(candidates);
        return Set.of();
    }

    /**
     * The one that is meant: the only one, the one that runs the others on that day, or the only one whose state is in the
     * text. An ordinary word ("Congress") is more than that only if no other state is in the text.
     */
    private Optional<String> choose(Collection<String> candidates, String words) {
        boolean isOrdinary = isOrdinary(Phrase.lower(words));
        if (candidates.size() == 1 && !isOrdinary) return candidates.stream().findFirst();
        List<String> running = candidates.stream()
                .filter(id -> candidates.stream()
                        .allMatch(other -> cast.isDayKnown() && dictionary.isWithin(id, other, cast.days())))
                .toList();
        if (running.size() == 1 && !isOrdinary) return Optional.of(running.get(0));
        List<String> serving = candidates.stream()
                .filter(id -> cast.isDayKnown() && cast.kind(id) == ActorKind.PERSON)
                .filter(id -> !dictionary.offices(id, cast.days()).isEmpty())
                .toList();
        if (serving.size() == 1) return Optional.of(serving.get(0));
        List<String> present = candidates.stream()
                .filter(id -> cast.present().contains(stateOf(id)))
                .toList();
        if (isOrdinary)
            return present.size() == 1 && cast.states().size() == 1 ? Optional.of(present.get(0)) : Optional.empty();
        if (present.size() == 1) return Optional.of(present.get(0));
        List<String> unions =
                candidates.stream().filter(id -> cast.kind(id) == ActorKind.IGO).toList();
        return present.isEmpty() && unions.size() == 1 ? Optional.of(unions.get(0)) : Optional.empty();
    }

    /** The state that an actor is of: by what it is part of, or by its country. */
    private String stateOf(String id) {
        String top = cast.topmost(id);
        if (cast.kind(top) == ActorKind.STATE) return top;
        return cast.actor(id)
                .flatMap(Actor::country)
                .map(Phrase::lower)
                .filter(state -> dictionary.find(state).isPresent())
                .orElse(top);
    }

    // ---- names explained in the text

    /** "Front of Zenda (FZ)": remembers the short form that follows a name. */
    private void explain(Found found, String actor) {
        if (found.form() != MentionForm.NAME) return;
        String after = text.substring(
                found.span().end(), Math.min(text.length(), found.span().end() + 30));
        for (Pattern pattern : List.of(EXPLAINED, OR_EXPLAINED)) {
            Matcher matcher = pattern.matcher(after);
            if (matcher.find() && isShortFor(matcher.group(1), found.span().in(text))) {
                cast.alias(matcher.group(1), actor);
            }
        }
    }

    private List<String> explained(Found found, String whole, String inBrackets) {
        boolean isShort = isShortFor(inBrackets, whole);
        Set<String> byWhole = candidates(whole, found.form());
        Set<String> byBrackets = candidates(inBrackets, found.form());
        Optional<String> actor;
        if (!byWhole.isEmpty()) {
            Set<String> shared = new TreeSet<>(byWhole);
            shared.retainAll(byBrackets);
            actor = choose(shared.isEmpty() ? byWhole : shared, whole);
        } else if (isShort && titled(whole).isEmpty() && byBrackets.stream().anyMatch(id -> sharesAWord(id, whole))) {
            actor = choose(
                    byBrackets.stream().filter(id -> sharesAWord(id, whole)).toList(), whole);
        } else {
            actor = name(found, whole, Phrase.bare(whole)).stream().findFirst();
        }
        if (isShort) actor.ifPresent(id -> cast.alias(inBrackets, id));
        return actor.stream().toList();
    }

    /** Whether the letters of a short form come from the beginnings of words, in order: "TOS" for "Tehrik of Somewhere". */
    private static boolean isShortFor(String shortForm, String whole) {
        String letters = shortForm.replaceAll("[^\\p{L}]", "");
        if (letters.length() < 2 || !Character.isUpperCase(letters.charAt(letters.length() - 1))) return false;
        int next = 0;
        for (String word : whole.split("[^\\p{L}\\p{M}]+")) {
            if (!word.isEmpty()
                    && next < letters.length()
                    && Character.toUpperCase(word.charAt(0)) == Character.toUpperCase(letters.charAt(next))) {
                next++;
            }
        }
        return next >= Math.min(letters.length(), Math.max(2, letters.length() - 1));
    }

    private boolean sharesAWord(String id, String words) {
        Set<String> mine = new TreeSet<>(List.of(ActorDictionary.key(words).split(" ")));
        return cast.actor(id).map(Actor::names).orElse(List.of()).stream()
                .flatMap(form -> Stream.of(ActorDictionary.key(form).split(" ")))
                .anyMatch(word -> word.length() > 4 && mine.contains(word) && !Vocabulary.ORGANISATIONS.contains(word));
    }

    /** "Ruritania and Graustark" in one mention: both, if both are known. */
    private Optional<List<String>> joined(String bare) {
        String[] parts = bare.split("\\s+and\\s+");
        if (parts.length != 2) return Optional.empty();
        Optional<Titled> first = titled(parts[0]);
        List<String> second = Phrase.words(parts[1]);
        if (first.isPresent() && second.size() > 1 && isPersonName(second) && lastRole(second) < 0) {
            List<String> persons =
                    new ArrayList<>(person(first.get().name(), first.get().title()));
            persons.addAll(person(second, first.get().title()));
            return Optional.of(persons);
        }
        Set<String> both = new LinkedHashSet<>();
        String head = parts[1].substring(parts[1].lastIndexOf(' ') + 1).replaceAll("(?<=[^s])s$", "");
        known(Phrase.bare(parts[0]) + " " + head)
                .or(() -> known(Phrase.bare(parts[0])))
                .ifPresent(both::add);
        known(Phrase.bare(parts[1]))
                .or(() -> known(Phrase.bare(parts[1]).replaceAll("(?<=[^s])s$", "")))
                .ifPresent(both::add);
        return both.size() == 2 ? Optional.of(List.copyOf(both)) : Optional.empty();
    }

    // ---- persons

    /** A person's name and all the words around it that say what he or she is. */
    private record Titled(List<String> name, String title) {}

    private Optional<List<String>> titledPerson(String bare) {
        Optional<Titled> titled = titled(bare);
        if (titled.isPresent())
            return Optional.of(person(titled.get().name(), titled.get().title()));
        List<String> words = Phrase.words(Phrase.withoutPossessive(bare));
        boolean isPlain = words.size() >= 2 && words.size() <= 5 && isPersonName(words) && !bare.contains(",");
        if (!isPlain || words.stream().anyMatch(w -> !dictionary.withDemonym(w).isEmpty())) return Optional.empty();
        return Optional.of(person(words, ""));
    }

    private Optional<Titled> titled(String phrase) {
        List<String> parts = Phrase.parts(phrase);
        if (parts.size() > 1) {
            List<String> first = withoutPossessive(Phrase.words(parts.get(0)));
            if (first.size() > 1
                    && isPersonName(first)
                    && lastRole(first) < 0
                    && lastRole(Phrase.words(others(parts, 0))) >= 0) {
                return Optional.of(new Titled(first, others(parts, 0)));
            }
        }
        for (int p = 0; p < parts.size(); p++) {
            List<String> words = Phrase.words(parts.get(p));
            int role = lastRole(words);
            if (role < 0) role = lastSmall(words);
            if (role < 0 || role + 1 >= words.size()) continue;
            int start = role + 1;
            if (words.get(start).equals("of")) start = afterOf(words, start);
            List<String> name =
                    upToPreposition(withoutPossessive(words.subList(Math.min(start, words.size()), words.size())));
            if (!isPersonName(name)) continue;
            String before = String.join(" ", words.subList(0, start));
            return Optional.of(new Titled(name, before + ", " + others(parts, p)));
        }
        for (int p = 0; p < parts.size() && parts.size() > 1; p++) {
            List<String> name = withoutPossessive(Phrase.words(parts.get(p)));
            String others = others(parts, p);
            if (isPersonName(name) && lastRole(Phrase.words(others)) >= 0) return Optional.of(new Titled(name, others));
        }
        return Optional.empty();
    }

    private static List<String> upToPreposition(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).matches("of|from|in|at|for|with|on|who")) return words.subList(0, i);
        }
        return words;
    }

    private static List<String> withoutPossessive(List<String> words) {
        List<String> without = new ArrayList<>(words);
        if (!without.isEmpty()) {
            int last = without.size() - 1;
            without.set(last, Phrase.withoutPossessive(without.get(last)));
        }
        return without;
    }

    private static String others(List<String> parts, int without) {
        List<String> others = new ArrayList<>(parts);
        others.remove(without);
        return String.join(", ", others);
    }

    private int afterOf(List<String> words, int of) {
        for (int end = Math.min(words.size() - 1, of + WINDOW); end > of + 1; end--) {
            if (known(String.join(" ", words.subList(of + 1, end))).isPresent()) return end;
        }
        return words.size();
    }

    /** "Front-runner Eva Lind": place of the last word before a full name that is in small letters; -1 if there is none. */
    private static int lastSmall(List<String> words) {
        for (int i = words.size() - 3; i >= 0; i--) {
            String word = words.get(i);
            boolean isSmall = !Phrase.isCapitalised(word)
                    && !Vocabulary.PARTICLES.contains(word)
                    && !word.matches("and|or|for|in|on|at|with|from|by|to|of|the");
            if (isSmall && words.subList(i + 1, words.size()).stream().allMatch(Phrase::isCapitalised)) return i;
        }
        return -1;
    }

    /** Place of the last word of the last title; -1 if there is none. */
    private int lastRole(List<String> words) {
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String lower = Phrase.lower(word).replace(".", "").replaceAll("-(elect|designate)$", "");
            if (Vocabulary.ROLES.contains(lower)
                    || Vocabulary.ROLES_PLURAL.contains(lower)
                    || Vocabulary.HONORIFICS.contains(lower) && !lower.equals("of")) last = i;
            for (int end = i + 2; end <= Math.min(words.size(), i + WINDOW); end++) {
                if (end - 1 > last
                        && !titles(String.join(" ", words.subList(i, end))).isEmpty()) last = end - 1;
            }
        }
        return last;
    }

    private Set<String> titles(String words) {
        Set<String> keys = new TreeSet<>(dictionary.titled(words));
        keys.addAll(dictionary.bareBodies(words));
        keys.removeIf(key -> !key.contains(".") && !dictionary.isOffice("x." + key));
        return keys;
    }

    private boolean isPersonName(List<String> words) {
        if (words.isEmpty() || words.size() > 6) return false;
        boolean hasCapital = false;
        for (String word : words) {
            String lower = Phrase.lower(word);
            boolean isParticle =
                    Vocabulary.PARTICLES.contains(lower) || lower.matches("(al|el|ul|ur|an|ad|as|az)[-‑].*");
            if (Vocabulary.ORGANISATIONS.contains(lower) || word.matches(".*\\d.*")) return false;
            if (!Phrase.isCapitalised(word) && !isParticle) return false;
            hasCapital |= Phrase.isCapitalised(word);
        }
        String joined = String.join(" ", words);
        return hasCapital
                && dictionary.named(joined).stream().allMatch(id -> cast.kind(id) == ActorKind.PERSON)
                && dictionary.withMetonym(joined).isEmpty()
                && dictionary.withDemonym(joined).isEmpty()
                && dictionary.bareBodies(joined).isEmpty()
                && (words.size() > 1 || !isAcronym(words.get(0)));
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }

    private List<String> person(List<String> written, String title) {
        List<String> name =
                written.stream().filter(word -> !Phrase.isInitial(word)).toList();
        if (name.isEmpty()) name = written;
        Set<String> keys = titleKeys(title);
        Optional<String> whole = affiliation(title);
        boolean isFormer = FORMER.matcher(title).find();
        Optional<Optional<String>> found = name.size() > 1
                ? byFullName(written, name, keys, whole)
                : byFamilyName(name, keys, whole, isFormer, !title.isBlank());
        if (found.isPresent()) {
            found.get().ifPresent(id -> {
                if (written.size() > 1) cast.hear(written, id, keys);
            });
            return found.get().stream().toList();
        }
        Optional<String> partOf = body(whole, keys);
        String id = cast.person(written, partOf, !title.isBlank());
        if (name.size() > 1) cast.hear(name, id, keys);
        return List.of(id);
    }

    /** Outer empty: not heard of. Inner empty: heard of, but nobody can say which of several. */
    private Optional<Optional<String>> byFullName(
            List<String> written, List<String> name, Set<String> keys, Optional<String> whole) {
        Set<String> known = new TreeSet<>();
        for (List<String> form : List.of(written, name)) {
            dictionary.named(String.join(" ", form)).stream()
                    .filter(id -> cast.kind(id) == ActorKind.PERSON)
                    .forEach(known::add);
        }
        boolean isNamed = !known.isEmpty();
        whole.map(cast::topmost).ifPresent(top -> known.removeIf(id -> !isOf(id, top)));
        if (known.size() > 1) known.removeIf(id -> !holds(id, keys, cast.days()));
        if (known.size() == 1) return Optional.of(known.stream().findFirst());
        if (isNamed && whole.isEmpty()) return Optional.of(Optional.empty());
        if (isNamed) return Optional.empty(); // the same name, of another state: another person
        Optional<Cast.Person> heardOf = cast.personNamed(name);
        if (heardOf.isPresent() && !isContrary(heardOf.get().id(), whole)) {
            boolean addsOffice = body(whole, keys).isPresent()
                    && cast.actor(heardOf.get().id())
                            .filter(actor -> actor.partOf().isEmpty())
                            .isPresent();
            return addsOffice
                    ? Optional.empty()
                    : Optional.of(Optional.of(heardOf.get().id()));
        }
        Set<String> longer = ids(cast.peopleEndingWith(name));
        return longer.size() == 1 ? Optional.of(longer.stream().findFirst()) : Optional.empty();
    }

    /** Whether a known person belongs, or has belonged, to the state or group that a title names. */
    private boolean isOf(String person, String whole) {
        return cast.isWithin(person, whole)
                || cast.actor(person)
                        .flatMap(Actor::country)
                        .map(Phrase::lower)
                        .filter(whole::equals)
                        .isPresent()
                || cast.kind(whole) != ActorKind.STATE && stateOf(person).equals(stateOf(whole));
    }

    private boolean isContrary(String person, Optional<String> whole) {
        return whole.map(cast::topmost)
                .filter(top -> cast.kind(top) == ActorKind.STATE)
                .filter(top -> {
                    String own = cast.topmost(person);
                    return !own.equals(person) && cast.kind(own) == ActorKind.STATE && !isOf(person, top);
                })
                .isPresent();
    }

    private Optional<Optional<String>> byFamilyName(
            List<String> name, Set<String> keys, Optional<String> whole, boolean isFormer, boolean hasTitle) {
        List<Cast.Person> heardOf = cast.peopleEndingWith(name).stream()
                .filter(person -> !isContrary(person.id(), whole))
                .toList();
        if (ids(heardOf).size() > 1 && !keys.isEmpty()) {
            heardOf = heardOf.stream()
                    .filter(person ->
                            person.titles().stream().anyMatch(keys::contains) || holds(person.id(), keys, cast.days()))
                    .toList();
        }
        Set<String> ids = ids(heardOf);
        if (ids.size() == 1) return Optional.of(ids.stream().findFirst());
        if (!cast.peopleEndingWith(name).isEmpty()) return Optional.of(Optional.empty());
        Optional<Optional<String>> known = knownByFamilyName(name.get(0), keys, whole, isFormer);
        if (known.isPresent()) return known;
        Set<String> byGivenName = hasTitle ? ids(cast.peopleBeginningWith(name.get(0))) : Set.of();
        return byGivenName.size() == 1 ? Optional.of(byGivenName.stream().findFirst()) : Optional.empty();
    }

    private Optional<Optional<String>> knownByFamilyName(
            String name, Set<String> keys, Optional<String> whole, boolean isFormer) {
        Set<String> called = new TreeSet<>(dictionary.peopleCalled(name));
        Set<String> exact = new TreeSet<>();
        dictionary.named(name).stream()
                .filter(id -> cast.kind(id) == ActorKind.PERSON)
                .forEach(exact::add);
        called.addAll(exact);
        whole.map(cast::topmost).ifPresent(top -> called.removeIf(id -> !isOf(id, top)));
        if (called.isEmpty()) return Optional.empty();
        if (!keys.isEmpty()) {
            Days days = isFormer ? new Days(Optional.empty(), cast.days().until()) : cast.days();
            Set<String> holders = new TreeSet<>(called);
            holders.removeIf(id -> !holds(id, keys, days));
            if (holders.size() == 1) return Optional.of(holders.stream().findFirst());
            if (holders.size() > 1) {
                holders.removeIf(id -> !cast.present().contains(stateOf(id)));
                return Optional.of(holders.size() == 1 ? holders.stream().findFirst() : Optional.empty());
            }
            return Optional.empty();
        }
        called.removeIf(id -> !exact.contains(id)
                && !(cast.isDayKnown() && isLeader(id) && cast.present().contains(stateOf(id))));
        if (called.isEmpty()) return Optional.empty();
        return Optional.of(called.size() == 1 ? called.stream().findFirst() : Optional.empty());
    }

    private boolean holds(String person, Set<String> keys, Days days) {
        return dictionary.offices(person, days).stream()
                .anyMatch(office -> keys.stream()
                        .anyMatch(key -> office.of().equals(key) || office.of().endsWith("." + key)));
    }

    private boolean isLeader(String person) {
        return holds(person, new TreeSet<>(LEADERS), cast.days());
    }

    /** What the offices in a title are: keys of bodies and ids. The longest titles count. */
    private Set<String> titleKeys(String title) {
        Set<String> keys = new TreeSet<>();
        for (String part : Phrase.parts(title)) {
            List<String> words = Phrase.words(part);
            int i = 0;
            while (i < words.size()) {
                int next = i + 1;
                for (int end = Math.min(words.size(), i + WINDOW); end > i; end--) {
                    Set<String> found = titles(Phrase.withoutPossessive(String.join(" ", words.subList(i, end))));
                    if (!found.isEmpty()) {
                        keys.addAll(found);
                        next = end;
                        break;
                    }
                }
                i = next;
            }
        }
        return keys;
    }

    /** The state, body or group that words before or after a role name: "Ruritania's", "of the Front of Zenda". */
    private Optional<String> affiliation(String title) {
        for (String part : Phrase.parts(title)) {
            List<String> words = new ArrayList<>(Phrase.words(Phrase.bare(part)));
            while (words.size() > 1 && isBeforeName(words.get(0))) words.remove(0);
            for (int end = Math.min(words.size(), WINDOW + 1); end > 0; end--) {
                Optional<String> known = known(String.join(" ", words.subList(0, end)));
                if (known.isPresent()) return known;
            }
            Optional<String> after = affiliationAfter(words);
            if (after.isPresent()) return after;
        }
        return Optional.empty();
    }

    /** "Two", "senior", "banned", "former": what may stand before the name of a state or group, and says nothing of it. */
    private static boolean isBeforeName(String word) {
        if (LEADING.matcher(word).matches() || Phrase.unnumbered(word + " x").equals("x")) return true;
        return !Phrase.isCapitalised(word)
                && !Vocabulary.ROLES.contains(Phrase.lower(word))
                && !word.startsWith("spokes");
    }

    private Optional<String> affiliationAfter(List<String> words) {
        boolean isSpokesman = words.stream().anyMatch(word -> Phrase.lower(word).startsWith("spokes"));
        for (int i = 1; i < words.size() - 1; i++) {
            String word = words.get(i);
            if (!word.equals("of") && !word.equals("at") && !(word.equals("for") && isSpokesman)) continue;
            int start = words.get(i + 1).equalsIgnoreCase("the") ? i + 2 : i + 1;
            for (int end = Math.min(words.size(), start + WINDOW); end > start; end--) {
                Optional<String> known = known(String.join(" ", words.subList(start, end)));
                if (known.isPresent()) return known;
            }
        }
        return Optional.empty();
    }

    /** What words mean by themselves, if they mean one thing that is no person. */
    private Optional<String> known(String words) {
        String stripped = Phrase.withoutPossessive(words);
        Set<String> aliased = cast.aliased(stripped);
        if (aliased.size() == 1) return aliased.stream().findFirst();
        Set<String> candidates = candidates(stripped, MentionForm.NAME);
        if (!candidates.isEmpty()) {
            return choose(candidates, stripped).filter(id -> cast.kind(id) != ActorKind.PERSON);
        }
        return Optional.empty();
    }

    /** The office or body that one with these titles has, if its state is known. */
    private Optional<String> body(Optional<String> whole, Set<String> keys) {
        if (whole.isEmpty()) return keys.isEmpty() ? Optional.empty() : bodyInPlay(keys, false);
        String id = whole.get();
        if (cast.kind(id) != ActorKind.STATE) return whole;
        return keys.stream()
                .flatMap(key ->
                        (key.contains(".") ? dictionary.find(key).map(Actor::id) : dictionary.bodyOf(id, key)).stream())
                .filter(office -> cast.isWithin(office, id))
                .findFirst()
                .or(() -> whole);
    }

    // ---- bodies without their state

    /** "The Foreign Ministry" is that of the state whose bodies are in play; "the Front's army" is a body of the Front. */
    private Optional<List<String>> bodyByWords(String bare, boolean isDescription) {
        List<String> keys = dictionary.bareBodies(bare);
        if (!keys.isEmpty())
            return Optional.of(
                    bodyInPlay(new TreeSet<>(keys), isDescription).stream().toList());
        List<String> words = Phrase.words(bare);
        for (int end = Math.min(words.size() - 1, WINDOW); end > 0; end--) {
            Optional<String> whole = known(String.join(" ", words.subList(0, end)));
            List<String> rest = dictionary.bareBodies(String.join(" ", words.subList(end, words.size())));
            if (whole.isPresent() && !rest.isEmpty()) return Optional.of(List.of(bodyOf(whole.get(), rest, bare)));
        }
        return Optional.empty();
    }

    /** The body of a state; of a group that runs a state on that day, the state's; of another group, a provisional one. */
    private String bodyOf(String whole, List<String> keys, String words) {
        String top = cast.topmost(whole);
        if (cast.kind(top) == ActorKind.STATE && keys.size() == 1) {
            Optional<String> body = dictionary.bodyOf(top, keys.get(0));
            if (body.isPresent()) return body.get();
        }
        return cast.organisation(words, ActorKind.OTHER, Optional.of(whole));
    }

    private Optional<String> bodyInPlay(Set<String> keys, boolean isDescription) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            for (String actor : earlier.get(i).actors()) {
                if (keys.stream().anyMatch(key -> actor.equals(key) || actor.endsWith("." + key)))
                    return Optional.of(actor);
            }
        }
        Optional<String> only = onlyStateInPlay(isDescription);
        if (only.isEmpty()) return Optional.empty();
        String state = only.get();
        List<String> bodies = keys.stream()
                .flatMap(key -> (key.contains(".")
                                ? Optional.of(key).filter(id -> cast.isWithin(id, state))
                                : dictionary.bodyOf(state, key))
                        .stream())
                .toList();
        return bodies.size() == 1 ? Optional.of(bodies.get(0)) : Optional.empty();
    }

    /**
     * The report's own state, if no other state's bodies speak; without that, the only state of the text. For a description
     * it is enough that the text names it; for what looks like a name, one of its bodies must speak.
     */
    private Optional<String> onlyStateInPlay(boolean isDescription) {
        Optional<String> home = cast.home();
        if (home.isPresent()) {
            return home.filter(state -> Set.of(state).containsAll(cast.speaking()));
        }
        Set<String> states = cast.states();
        boolean isOne = states.size() == 1
                && states.containsAll(cast.speaking())
                && (!cast.speaking().isEmpty() || isDescription && !cast.hasUnknownLand());
        return isOne ? states.stream().findFirst() : Optional.empty();
    }

    // ---- descriptions

    private List<String> describe(Found found, String words, String bare) {
        String lower = Phrase.lower(words).replaceAll("^the\\s+", "").strip();
        if (Vocabulary.BOTH.contains(lower)) return coreference.both(found, earlier);
        boolean isPeople = found.form() == MentionForm.DESCRIPTION
                && !dictionary.withDemonym(bare).isEmpty();
        Set<String> exact = isPeople ? Set.of() : candidates(bare, found.form());
        if (!exact.isEmpty()) return choose(exact, bare).stream().toList();
        Set<String> aliased = cast.aliased(bare);
        if (!aliased.isEmpty()) return aliased.size() == 1 ? List.copyOf(aliased) : List.of();
        Optional<Titled> titled = titled(bare);
        if (titled.isPresent()) return person(titled.get().name(), titled.get().title());
        Optional<String> self = self(bare);
        if (self.isPresent()) return List.of(self.get());
        boolean isIndefinite = Phrase.lower(words).matches("(?s)(an?|some|several|many|other|two|three|one)\\s.*");
        String head = Phrase.head(bare);
        Optional<String> whole = affiliation(bare);
        if (!isIndefinite && !dictionary.bareBodies(bare).isEmpty()) {
            List<String> back = personInOffice(dictionary.bareBodies(bare));
            if (!back.isEmpty()) return back;
            Optional<List<String>> body = bodyByWords(bare, true);
            if (body.isPresent() && !body.get().isEmpty()) return body.get();
        }
        if (Phrase.isDefinite(words) && !bare.contains(" ")) {
            List<String> back = coreference.pointingBack(head, earlier);
            if (!back.isEmpty()) return back;
        }
        List<String> linked = coreference.linked(found, earlier, id -> agrees(id, head, whole), isPlural(head));
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
            boolean isInOffice = titleKeys(mention.words()).stream().anyMatch(keys::contains)
                    && !FORMER.matcher(mention.words()).find();
            if (isInOffice) return List.of(id);
        }
        return List.of();
    }

    /** "Ruritanian authorities", "Front of Zenda fighters", "the Front-led administration": the state or group itself. */
    private Optional<String> self(String bare) {
        String head = Phrase.head(bare);
        Matcher led = LED.matcher(bare);
        if (led.find() && Vocabulary.FIGHTERS.contains(head)) {
            Optional<String> leading = known(led.group(1)).filter(id -> cast.kind(id) != ActorKind.STATE);
            if (leading.isPresent()) return leading;
        }
        List<String> words = Phrase.words(Phrase.unnumbered(bare));
        String last = words.isEmpty() ? "" : Phrase.lower(words.get(words.size() - 1));
        if (words.size() > 1 && !last.equals(head)) {
            Optional<String> whole = known(String.join(" ", words.subList(0, words.size() - 1)));
            if (whole.filter(id -> standsFor(id, last)).isPresent()) return whole;
        }
        int at = -1;
        for (int i = 0; i < words.size(); i++) if (Phrase.lower(words.get(i)).equals(head)) at = i;
        if (at < 0) return Optional.empty();
        if (at > 0) {
            Optional<String> whole = known(String.join(" ", words.subList(0, at)));
            if (whole.isPresent()) return whole.filter(id -> standsFor(id, head));
            Optional<String> government = governmentOf(words.subList(0, at), head);
            if (government.isPresent()) return government;
            Optional<String> core = Optional.of(Phrase.core(String.join(" ", words.subList(0, at))))
                    .filter(name -> !name.isEmpty() && !name.matches(".*['’]s?( .*)?"))
                    .flatMap(this::known);
            if (core.isPresent()) return core.filter(id -> standsFor(id, head));
        }
        if (at + 2 < words.size() && words.get(at + 1).equals("of")) {
            int start = words.get(at + 2).equalsIgnoreCase("the") ? at + 3 : at + 2;
            return known(String.join(" ", words.subList(Math.min(start, words.size()), words.size())))
                    .filter(id -> cast.kind(id) != ActorKind.STATE && standsFor(id, head));
        }
        return Optional.empty();
    }

    /** "The Novak government": that of the state in which the person holds an office. */
    private Optional<String> governmentOf(List<String> name, String head) {
        if (!Set.of("government", "administration", "cabinet", "regime").contains(head) || !isPersonName(name)) {
            return Optional.empty();
        }
        Set<String> heardOf = ids(cast.peopleEndingWith(name));
        cast.personNamed(name).map(Cast.Person::id).ifPresent(heardOf::add);
        if (heardOf.isEmpty()) {
            Stream.concat(
                            dictionary.named(String.join(" ", name)).stream(),
                            dictionary.peopleCalled(String.join(" ", name)).stream())
                    .filter(this::isLeader)
                    .forEach(heardOf::add);
        }
        return heardOf.size() == 1
                ? heardOf.stream()
                        .findFirst()
                        .map(this::stateOf)
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
                .flatMap(this::known);
        return cast.local(bare, kind, kind == ActorKind.PEOPLE ? Optional.empty() : body.or(() -> whole));
    }

    /** The one organisation of the document of whose name this is the beginning or end. */
    private Optional<String> longer(String name) {
        Set<String> longer = new TreeSet<>();
        for (Resolved mention : earlier) {
            if (mention.found().form() == MentionForm.NAME
                    && mention.actors().size() == 1
                    && !cast.mayBePerson(mention.actors().get(0))
                    && isShortForm(name, mention.words())) {
                longer.addAll(mention.actors());
            }
        }
        return longer.size() == 1 ? longer.stream().findFirst() : Optional.empty();
    }

    /** "The Lions" after "the Lions of Zenda": a capitalised beginning or end of the longer name. */
    private static boolean isShortForm(String name, String longer) {
        String whole = ActorDictionary.key(Phrase.bare(longer));
        String part = ActorDictionary.key(name);
        return !part.isEmpty() && (whole.startsWith(part + " ") || whole.endsWith(" " + part));
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
