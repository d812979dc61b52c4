package rapport.analysis.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small gate that lets English texts pass, and those that are in no language, such as a list of names.
 *
 * <p>It looks at scripts first: a text most of whose letters are not Latin is turned away. Then it counts the words that
 * every text of a language is full of. A text is turned away if it has more of another language's than of English, or if it
 * has many words in small letters and hardly any English ones among them, which catches languages that are not listed.
 * Words that English has too ("met", "over") and particles that stand in names ("de", "von", "al") count for no language.
 *
 * <p>Known miss: a short text of an unlisted language; a text half of which is in another language.
 */
final class English {

    /** No more of a text is looked at. */
    private static final int LOOK = 50_000;

    /** In running English some 45 in 100 words in small letters are of the list below. */
    private static final double LEAST_SHARE = 0.1;

    /** Words in small letters below which a text may be a list of names. */
    private static final int LEAST_WORDS = 20;

    private static final Set<String> ENGLISH =
            words("the of and to in that is was for on with as by at from it be are were has have had"
                    + " he she they his her their its this which who will would said not but an or been after about more than when"
                    + " into over out also if all could should may can there what we you i our my your where while before between"
                    + " against under during because two new one other some says a no up so now only them him");

    private static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            other(
                    "German",
                    "und das ist nicht mit auch für auf eine einen einem einer wird sich ein im dem nach bei sie es"
                            + " wurde werden sind haben über aus wie noch dass durch gegen vom"),
            other(
                    "French",
                    "et est les dans pour que qui une sur pas au aux avec il elle ce cette ont été un ses leur mais sont"
                            + " selon entre sa nous à"),
            other(
                    "Spanish",
                    "que en una por para se lo su como más fue sus pero este esta ha un han según sobre entre también"
                            + " ser son sin hasta desde cuando"),
            other(
                    "Portuguese",
                    "não uma que em para com é por mais ao foi um os pela pelo na se sua seu são está também entre sobre"
                            + " pelos após disse"),
            other(
                    "Italian",
                    "che è una non sono il della nel gli ha alla delle anche più un dal si degli è stato" + " nella"),
            other("Dutch", "het een en dat niet voor op zijn te aan ook naar bij worden wordt heeft deze uit maar nog"),
            other(
                    "Turkish",
                    "ve bir bu için ile olarak olan çok gibi daha ancak sonra ise oldu kadar ama olduğunu ettiği dedi"
                            + " karşı yeni değil"),
            other(
                    "Indonesian",
                    "yang dan untuk dengan dari pada ini itu tidak akan oleh dalam telah mereka juga sebagai kepada"
                            + " adalah bahwa ke setelah"),
            other("Swedish", "och att det som för på är av med inte har om ett från vid efter kommer"),
            other(
                    "Danish or Norwegian",
                    "og det som er på af av til ikke med har et fra ved etter efter blev ble også"),
            other("Polish", "i się na nie że jest w z jak oraz przez dla został był przed po od które"),
            other("Romanian", "și în nu este cu pentru pe mai sunt au fost prin că după"),
            other("Czech or Slovak", "se že je na v s jako pro který podle byl bylo také jsou ve sa že aby"),
            other("Croatian or Serbian", "je da se na su u za od koji što nije s bi su kako nakon"),
            other("Hungarian", "és hogy nem egy az is meg csak azt volt mint ki el még után"),
            other("Finnish", "ja on ei että se oli hän mutta ovat myös kun joka sekä mukaan"),
            other("Swahili", "ya wa kwa ni katika za kuwa hiyo huo alisema cha hii"),
            other("Vietnamese", "và của là các có được cho không trong với những một đã người này"),
            other("Filipino", "ang ng sa mga na ay hindi ito siya nila para kung"),
            other("Romanised Hindi or Urdu", "hai ki ke mein aur ka ko se nahin hain tha kya bhi par yeh unhon kaha"));

    private English() {}

    /** What speaks against English: the script or language that it seems to be; empty if nothing does. */
    static Optional<String> whyNot(String text) {
        String looked = text.length() > LOOK ? text.substring(0, LOOK) : text;
        Optional<String> script = foreignScript(looked);
        if (script.isPresent()) return script.map(s -> "looks like text in the script " + s);
        List<String> words = wordsOf(looked);
        int english = 0;
        int small = 0;
        for (String word : words) {
            if (ENGLISH.contains(word.toLowerCase(Locale.ROOT))) english++;
            if (Character.isLowerCase(word.codePointAt(0))) small++;
        }
        String best = "";
        int most = 0;
        for (String language : OTHERS.keySet().stream().sorted().toList()) {
            int count = 0;
            Set<String> stop = OTHERS.getOrDefault(language, Set.of());
            for (String word : words) if (stop.contains(word)) count++; // in small letters: "Dan" is a name
            if (count > most) {
                best = language;
                most = count;
            }
        }
        if (most >= 2 && most > english) return Optional.of("looks like " + best);
        if (small >= LEAST_WORDS && english < LEAST_SHARE * small) return Optional.of("has hardly any English words");
        return Optional.empty();
    }

    /** Whether any English word is in it: a list of names has none. */
    static boolean hasEnglishWords(String text) {
        return wordsOf(text).stream().anyMatch(word -> ENGLISH.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> foreignScript(String text) {
        int latin = 0;
        Map<Character.UnicodeScript, Integer> others = new HashMap<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!Character.isLetter(c)) continue;
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            if (script == Character.UnicodeScript.LATIN) latin++;
            else others.merge(script, 1, Integer::sum);
        }
        int foreign = others.values().stream().mapToInt(Integer::intValue).sum();
        if (foreign <= latin) return Optional.empty();
        return others.entrySet().stream()
                .max(Map.Entry.<Character.UnicodeScript, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> name(entry.getKey()));
    }

    private static String name(Character.UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<String> wordsOf(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isLetter = i < text.length() && Character.isLetter(text.charAt(i));
            if (isLetter && start < 0) start = i;
            if (!isLetter && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static Map.Entry<String, Set<String>> other(String language, String stopWords) {
        return Map.entry(language, words(stopWords));
    }

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")).stream().distinct().toList());
    }
}
