package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;

/** How persons are named: where in a phrase the name is, and which words beside it are titles. */
final class PersonNames {

    private static final Pattern FORMER = Pattern.compile("(?i)\\b(former|ex|late|then|ousted|deposed)\\b");

    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Meanings meanings;

    PersonNames(Cast cast, Meanings meanings) {
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.meanings = meanings;
    }

    /** A person's name and all the words around it that say what he or she is. */
    record Titled(List<String> name, String title) {}

    Optional<Titled> titled(String phrase) {
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
            if (role < 0 || !isPersonName(words.subList(role + 1, words.size()))) {
                if (role < 0 || isOneTitle(words)) role = Math.max(role, lastSmall(words));
                role = Math.max(role, lastBeforeName(words));
            }
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

    /** "Eva Lind" of "Eva Lind of the Zenda Institute". */
    static List<String> upToPreposition(List<String> words) {
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
        for (int end = Math.min(words.size() - 1, of + Phrase.LONGEST_NAME); end > of + 1; end--) {
            if (meanings.known(String.join(" ", words.subList(of + 1, end))).isPresent()) return end;
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

    /** "Chief strategist Eva Lind", not "analysts at the bank Lind Partners" or "a spokesman for Eva Lind". */
    private static boolean isOneTitle(List<String> words) {
        return words.stream().noneMatch(word -> word.matches("for|in|on|at|with|from|by|to"));
    }

    /**
     * "Billionaire Eva Lind", "Zenda Times Editor Eva Lind": place of the last word before the name of a known person, or before a given name with
     * a family name that at least two other words precede; -1 if there is none.
     */
    private int lastBeforeName(List<String> words) {
        if (!isOneTitle(words)) return -1;
        for (int start = Math.max(1, words.size() - 3); start <= words.size() - 2; start++) {
            List<String> name = words.subList(start, words.size());
            String before = words.get(start - 1);
            boolean isOther = before.matches("and|or|of|the|like|than|both") || Gender.isGivenName(before);
            if (isOther || !name.stream().allMatch(Phrase::isCapitalised)) continue;
            boolean isKnown = dictionary.named(String.join(" ", withoutPossessive(name))).stream()
                    .anyMatch(id -> cast.kind(id) == ActorKind.PERSON);
            boolean isGiven = start >= 2 && Gender.ofName(name).isPresent();
            if (isKnown || isGiven) return start - 1;
        }
        return -1;
    }

    /** Place of the last word of the last title; -1 if there is none. */
    int lastRole(List<String> words) {
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String lower = Phrase.lower(word).replace(".", "").replaceAll("-(elect|designate)$", "");
            if (Vocabulary.ROLES.contains(lower)
                    || Vocabulary.ROLES_PLURAL.contains(lower)
                    || Vocabulary.HONORIFICS.contains(lower) && !lower.equals("of")) {
                if (!isFamilyName(words, i)) last = i;
            }
            for (int end = i + 2; end <= Math.min(words.size(), i + Phrase.LONGEST_NAME); end++) {
                if (end - 1 > last
                        && !titles(String.join(" ", words.subList(i, end))).isEmpty()) last = end - 1;
            }
        }
        return last;
    }

    /** "Bishop" in "Foreign Minister Eva Bishop". */
    private static boolean isFamilyName(List<String> words, int at) {
        return at > 0
                && at == words.size() - 1
                && Phrase.isCapitalised(words.get(at))
                && Gender.ofName(words.subList(at - 1, at + 1)).isPresent();
    }

    private Set<String> titles(String words) {
        Set<String> keys = new TreeSet<>(dictionary.titled(words));
        keys.addAll(dictionary.bareBodies(words));
        keys.removeIf(key -> !key.contains(".") && !dictionary.isOffice("x." + key));
        return keys;
    }

    /** What the offices in a title are: keys of bodies and ids. The longest titles count. */
    Set<String> titleKeys(String title) {
        Set<String> keys = new TreeSet<>();
        for (String part : Phrase.parts(title)) {
            List<String> words = Phrase.words(part);
            int i = 0;
            while (i < words.size()) {
                int next = i + 1;
                for (int end = Math.min(words.size(), i + Phrase.LONGEST_NAME); end > i; end--) {
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

    /** What a holder of the title holds with which these words end: "former secretary of state". */
    Set<String> officeAtEnd(String words) {
        List<String> all = Phrase.words(words);
        for (int start = Math.max(0, all.size() - Phrase.LONGEST_NAME); start < all.size(); start++) {
            Set<String> found = titles(Phrase.withoutPossessive(String.join(" ", all.subList(start, all.size()))));
            if (!found.isEmpty()) return found;
        }
        return Set.of();
    }

    /** "Former", "late", "ousted": whether a title is of another day. */
    static boolean isFormer(String title) {
        return FORMER.matcher(title).find();
    }

    boolean isPersonName(List<String> words) {
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
}
