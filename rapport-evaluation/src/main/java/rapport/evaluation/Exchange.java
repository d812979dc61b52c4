package rapport.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.analysis.Articles;
import rapport.analysis.StateWord;
import rapport.evaluation.Gold.Passage;
import rapport.record.Actor;
import rapport.record.Days;
import rapport.record.Span;

/**
 * A passage in which two states have taken each other's place: name for name, adjective for adjective, people for people, capital
 * for capital. All else stays, so whoever reads the sentence and not who is in it reads the same.
 *
 * <p>"A" becomes "an" and "the" comes and goes where the other name wants it; both are changes of their own. A name that stands inside
 * another's ("Tehrik-i-Taliban Pakistan") is that other's, and stays.
 *
 * <p>It finds the words of the two sides by itself, and not as the program does before it reads; how a word stands for a state both ask of
 * {@link StateWord}, so what that takes for another sort is so in both.
 *
 * <p>Known miss: persons and towns of the two sides stay where they are, so the passage no longer agrees with the map. Two words for one people
 * of one sort ("Azeri", "Azerbaijani") become one. Whether "Chinese" is an adjective or a people is told by the word after it.
 *
 * @param text with the names exchanged
 * @param changes what was put in the place of what, in order, none overlapping
 */
record Exchange(String text, List<Change> changes) {

    /**
     * One stretch, before and after.
     *
     * @param article how many characters of "the " the old and the new words begin with; a name begins with or without it
     */
    record Change(Span before, Span after, int articleBefore, int articleAfter) {}

    /** No faithful exchange can be made. The message says why, in one of few wordings, so that they can be counted. */
    static final class Unfaithful extends Exception {
        private static final long serialVersionUID = 1;

        private final String sort;

        Unfaithful(String sort, String words) {
            super(sort + ": " + words);
            this.sort = sort;
        }

        /** The reason without the words that it is about. */
        String sort() {
            return sort;
        }
    }

    private static final int LONGEST = 6; // words on either side in which a name around a name is looked for

    private static final int SHOUTED = 4; // letters from which a name in capitals is not taken for an acronym

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.’'‘`‐‑–-][\\p{L}\\p{M}\\p{N}]+)*(?:(?<=\\b\\p{L})\\.)?");

    /** Where a name cannot run on. */
    private static final Pattern BREAK = Pattern.compile("[,;:!?()\"“”\\n]|[^\\p{Lu}.]\\.\\s");

    /** How words stand in the sentence. */
    private enum Use {
        NAME,
        ADJECTIVE_NAME, // "Pakistan" in "the Pakistan Army"
        COMPOUND, // "Iran" in "the Iran-led front"
        ADJECTIVE,
        PEOPLE,
        CAPITAL
    }

    /** Words of a side, and how they stand. */
    private record Occurrence(Span span, String state, Use use) {}

    /**
     * The passage with the names of two states of the dictionary exchanged.
     *
     * @throws Unfaithful if a word of the one has no counterpart, or a body or person of a side has a name of its own
     */
    static Exchange of(Passage passage, String one, String other, ActorDictionary dictionary) throws Unfaithful {
        return new Work(passage, one, other, dictionary).done();
    }

    /** The other side's id for an actor of one side; any other id as it is. */
    static String swapped(String id, String one, String other) {
        for (List<String> pair : List.of(List.of(one, other), List.of(other, one))) {
            if (id.equals(pair.get(0))) return pair.get(1);
            if (id.startsWith(pair.get(0) + "."))
                return pair.get(1) + id.substring(pair.get(0).length());
        }
        return id;
    }

    /**
     * The place in the passage of words of the exchanged text; empty if they begin or end inside a name that was exchanged. A name with
     * its "the" and without is the same place.
     */
    Optional<Span> before(Span span) {
        return placed(span, true);
    }

    /** Words of the passage in the same form as {@link #before}: with the "the" that belongs to an exchanged name. */
    Span whole(Span span) {
        return placed(span, false).orElse(span);
    }

    private Optional<Span> placed(Span span, boolean isAfter) {
        int start = placed(span.start(), true, isAfter);
        int end = placed(span.end(), false, isAfter);
        return start < 0 || end <= start ? Optional.empty() : Optional.of(new Span(start, end));
    }

    /** @return -1 inside a name */
    private int placed(int at, boolean isStart, boolean isAfter) {
        int shift = 0;
        for (Change change : changes) {
            Span here = isAfter ? change.after() : change.before();
            int article = isAfter ? change.articleAfter() : change.articleBefore();
            if (at < here.start() || at == here.start() && !isStart) break;
            if (isStart && (at == here.start() || at == here.start() + article))
                return change.before().start();
            if (at < here.end()) return -1;
            shift = change.before().end() - here.end();
            if (at == here.end() && !isStart) return change.before().end();
        }
        return at + shift;
    }

    /** Puts words in the place of others, from the front to the back of a text; not thread-safe. */
    private static final class Rewriting {

        private final String text;
        private final StringBuilder now = new StringBuilder();
        private final List<Change> changes = new ArrayList<>();
        private int last;

        Rewriting(String text) {
            this.text = text;
        }

        void put(Span old, String words, int articleBefore, int articleAfter) {
            now.append(text, last, old.start());
            Span after = new Span(now.length(), now.length() + words.length());
            changes.add(new Change(old, after, articleBefore, articleAfter));
            now.append(words);
            last = old.end();
        }

        Exchange done() {
            return new Exchange(now.append(text.substring(last)).toString(), List.copyOf(changes));
        }
    }

    /** Makes one exchange; not thread-safe. */
    private static final class Work {

        private final Passage passage;
        private final String text;
        private final ActorDictionary dictionary;
        private final Articles articles;
        private final List<String> sides;
        private final Map<String, String> preferred = new HashMap<>();

        Work(Passage passage, String one, String other, ActorDictionary dictionary) {
            this.passage = passage;
            this.text = passage.text();
            this.articles = new Articles(text);
            this.dictionary = dictionary;
            this.sides = List.of(one, other);
        }

        Exchange done() throws Unfaithful {
            List<Occurrence> occurrences = occurrences();
            for (String side : sides) preferred.put(side, preferredName(side, occurrences));
            requireNoFixedName(occurrences);
            Rewriting rewriting = new Rewriting(text);
            for (Occurrence occurrence : occurrences) {
                String words = counterpart(occurrence);
                if (occurrence.use() == Use.NAME) putName(rewriting, occurrence.span(), words);
                else put(rewriting, occurrence.span(), words);
            }
            Exchange exchange = rewriting.done();
            requireSameNamesAround(occurrences, exchange);
            return exchange;
        }

        /** With "the" if the other name wants it; in a title only if the old one had it. */
        private void putName(Rewriting rewriting, Span name, String words) {
            boolean hadNeed = Articles.wantsArticle(name.in(text));
            boolean hasNeed = Articles.wantsArticle(words);
            Optional<Span> the = articles.before(name, "the");
            if (the.isPresent()) {
                Span old = the.get().to(name);
                int length = "the ".length();
                if (hadNeed && !hasNeed) rewriting.put(old, words, length, 0);
                else rewriting.put(old, text.substring(old.start(), name.start()) + words, length, length);
            } else if (hasNeed && !hadNeed && !articles.isInTitle(name)) {
                String article = articles.beginsSentence(name.start()) ? "The " : "the ";
                rewriting.put(name, article + words, 0, article.length());
            } else {
                rewriting.put(name, words, 0, 0);
            }
        }

        /** With "a" or "an" as the new words want it. */
        private void put(Rewriting rewriting, Span span, String words) {
            Optional<Span> article = articles.before(span, "a").or(() -> articles.before(span, "an"));
            if (article.isPresent()) {
                String old = article.get().in(text);
                String fitting = old.charAt(0) + (Articles.isVowel(words) ? "n" : "");
                if (!fitting.equals(old)) rewriting.put(article.get(), fitting, 0, 0);
            }
            rewriting.put(span, words, 0, 0);
        }

        // ---- finding

        private List<Occurrence> occurrences() {
            Map<String, String> forms = new LinkedHashMap<>();
            for (String side : sides) {
                forms(side).forEach(form -> forms.putIfAbsent(form, side));
            }
            for (String form : List.copyOf(forms.keySet())) {
                if (form.length() >= SHOUTED) forms.putIfAbsent(form.toUpperCase(Locale.ROOT), forms.get(form));
            }
            Pattern any = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
                    + forms.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length)
                                    .reversed()
                                    .thenComparing(Comparator.naturalOrder()))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|"))
                    + ")(?![\\p{L}\\p{N}])");
            List<Occurrence> found = new ArrayList<>();
            Matcher matcher = any.matcher(text);
            while (matcher.find()) {
                Span span = new Span(matcher.start(), matcher.end());
                String state = forms.get(matcher.group());
                if (state != null && !isInsideAnother(span)) {
                    found.add(new Occurrence(span, state, use(span, state)));
                }
            }
            return found;
        }

        private List<String> forms(String side) {
            return Stream.of(names(side), dictionary.demonyms(side), dictionary.metonyms(side))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<String> names(String side) {
            return dictionary.find(side).map(Actor::names).orElse(List.of());
        }

        /** Whether a longer name around it is that of an actor of neither side. */
        private boolean isInsideAnother(Span span) {
            return around(text, span)
                    .map(name -> meant(name.in(text)))
                    .filter(ids -> ids.stream().noneMatch(this::isOfASide))
                    .isPresent();
        }

        private boolean isOfASide(String id) {
            return sides.stream().anyMatch(side -> id.equals(side) || id.startsWith(side + "."));
        }

        /** The longest name of the dictionary around a name. */
        private Optional<Span> around(String text, Span span) {
            List<Span> words = words(text);
            Optional<Span> longest = Optional.empty();
            int first = 0;
            while (first < words.size() && words.get(first).end() <= span.start()) first++;
            int last = first;
            while (last < words.size() && words.get(last).start() < span.end()) last++;
            for (int from = Math.max(0, first - LONGEST); from <= first && from < words.size(); from++) {
                for (int to = Math.min(words.size(), last + LONGEST); to >= last && to > from; to--) {
                    Span window = words.get(from).to(words.get(to - 1));
                    if (window.length() <= longest.map(Span::length).orElse(0)
                            || window.length() <= span.length() + 2 // a possessive
                            || BREAK.matcher(window.in(text)).find()
                            || meant(window.in(text)).isEmpty()) continue;
                    longest = Optional.of(window);
                }
            }
            return longest;
        }

        private static List<Span> words(String text) {
            List<Span> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) words.add(new Span(matcher.start(), matcher.end()));
            return words;
        }

        private Set<String> meant(String words) {
            return Stream.of(dictionary.named(words), dictionary.withMetonym(words), dictionary.withDemonym(words))
                    .filter(ids -> !ids.isEmpty())
                    .findFirst()
                    .map(ids -> (Set<String>) new TreeSet<>(ids))
                    .orElse(Set.of());
        }

        private Use use(Span span, String state) {
            return switch (StateWord.of(text, span, state, dictionary).sort()) {
                case NAME -> {
                    boolean isCompound = span.end() < text.length() && "-–‑".indexOf(text.charAt(span.end())) >= 0;
                    if (isCompound) yield Use.COMPOUND;
                    yield isBeforeNoun(span) ? Use.ADJECTIVE_NAME : Use.NAME;
                }
                case ADJECTIVE -> Use.ADJECTIVE;
                case PEOPLE -> Use.PEOPLE;
                case CAPITAL -> Use.CAPITAL;
            };
        }

        /** "Pakistan" in a mention that goes on after it: "Pakistan Army", "US officials". */
        private boolean isBeforeNoun(Span span) {
            return StateWord.isBeforeWord(text, span)
                    && passage.mentions().stream()
                            .anyMatch(mention -> mention.span().contains(span)
                                    && mention.span().end() > span.end()
                                    && text.substring(mention.span().start(), span.start())
                                            .matches("(?i)(?:the |an? )?"));
        }

        // ---- exchanging

        private String otherSide(String side) {
            return sides.get(sides.get(0).equals(side) ? 1 : 0);
        }

        private String counterpart(Occurrence occurrence) throws Unfaithful {
            String old = occurrence.span().in(text);
            String other = otherSide(occurrence.state());
            String words = switch (occurrence.use()) {
                case NAME, COMPOUND -> name(old, other);
                case ADJECTIVE_NAME -> attributive(old, other);
                case ADJECTIVE -> adjective(other);
                case PEOPLE -> people(other);
                case CAPITAL -> capital(old, other);
            };
            boolean isShouted = !forms(occurrence.state()).contains(old); // found in capitals alone
            return isShouted ? words.toUpperCase(Locale.ROOT) : words;
        }

        /** An acronym for an acronym where the other has one; otherwise the name that the passage itself mostly uses. */
        private String name(String old, String other) {
            if (!Articles.ACRONYM.matcher(old).matches()) return preferred.getOrDefault(other, "");
            return names(other).stream()
                    .filter(form -> Articles.ACRONYM.matcher(form).matches())
                    .filter(form -> form.contains(".") == old.contains("."))
                    .filter(form -> dictionary.named(form).equals(List.of(other)))
                    .findFirst()
                    .orElse(preferred.getOrDefault(other, ""));
        }

        private String attributive(String old, String other) throws Unfaithful {
            String name = name(old, other);
            boolean isAcronym = Articles.ACRONYM.matcher(old).matches();
            boolean fits = Articles.ACRONYM.matcher(name).matches() || !isAcronym && !Articles.wantsArticle(name);
            return fits ? name : adjective(other);
        }

        private String adjective(String other) throws Unfaithful {
            return dictionary.demonyms(other).stream()
                    .findFirst()
                    .orElseThrow(() -> new Unfaithful("a state without an adjective", other));
        }

        private String people(String other) throws Unfaithful {
            return dictionary.demonyms(other).stream()
                    .filter(StateWord::isPlural)
                    .findFirst()
                    .orElse(adjective(other)); // "two Chinese"
        }

        private String capital(String old, String other) throws Unfaithful {
            return dictionary.metonyms(other).stream()
                    .findFirst()
                    .orElseThrow(() -> new Unfaithful("a capital, and the other state has none", old));
        }

        /** The name that the passage uses most, of those that can mean nobody else; otherwise the canonical one. */
        private String preferredName(String side, List<Occurrence> occurrences) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (String form : names(side)) {
                int count = (int) occurrences.stream()
                        .filter(o -> o.use() == Use.NAME && o.span().in(text).equals(form))
                        .count();
                if (count > 0 && dictionary.named(form).equals(List.of(side))) counts.put(form, count);
            }
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseGet(() -> names(side).get(0));
        }

        // ---- what must hold

        /** A ministry, party or person of a side that is named without the side's name cannot be exchanged. */
        private void requireNoFixedName(List<Occurrence> occurrences) throws Unfaithful {
            List<Span> words = words(text);
            Days days = passage.day()
                    .map(day -> new Days(Optional.of(day), Optional.of(day)))
                    .orElse(Days.ALWAYS);
            for (int i = 0; i < words.size(); i++) {
                if (!Character.isUpperCase(text.codePointAt(words.get(i).start()))) continue;
                for (int end = Math.min(words.size(), i + LONGEST); end > i; end--) {
                    Span span = words.get(i).to(words.get(end - 1));
                    if (BREAK.matcher(span.in(text)).find()) continue;
                    Set<String> ids = new LinkedHashSet<>(dictionary.named(span.in(text)));
                    ids.addAll(dictionary.withMetonym(span.in(text)));
                    if (ids.isEmpty()) continue;
                    boolean isExchanged = occurrences.stream()
                            .anyMatch(occurrence -> occurrence.span().overlaps(span));
                    boolean isOfSides =
                            ids.stream().allMatch(id -> isOfASide(id) || sides.contains(dictionary.topmost(id, days)));
                    if (isOfSides && !isExchanged) {
                        throw new Unfaithful("a side's own with a name that has no counterpart", span.in(text));
                    }
                    i = end - 1;
                    break;
                }
            }
        }

        /** "Afghan Army" may become "Pakistani Army"; what becomes somebody else's name, or nobody's, is no exchange. */
        private void requireSameNamesAround(List<Occurrence> occurrences, Exchange exchange) throws Unfaithful {
            for (Change change : exchange.changes()) {
                Optional<Occurrence> occurrence = occurrences.stream()
                        .filter(o -> change.before().contains(o.span()))
                        .findFirst();
                if (occurrence.isEmpty()) continue; // an article
                Set<String> before = named(text, occurrence.get().span());
                Span name = new Span(
                        change.after().start() + change.articleAfter(),
                        change.after().end());
                Set<String> after = named(exchange.text(), name);
                Set<String> expected = before.stream()
                        .map(id -> swapped(id, sides.get(0), sides.get(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (after.isEmpty() || after.stream().noneMatch(expected::contains)) {
                    String whole = around(exchange.text(), name).orElse(name).in(exchange.text());
                    throw new Unfaithful("exchanged, it would be nobody's name, or another's", whole);
                }
            }
        }

        /** Whom a name means, with the words around it if they belong to a longer one. */
        private Set<String> named(String text, Span span) {
            return meant(around(text, span).orElse(span).in(text));
        }
    }
}
