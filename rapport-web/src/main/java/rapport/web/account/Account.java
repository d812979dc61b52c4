package rapport.web.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Somebody who may sign in.
 *
 * @param name as it stands beside corrections; two accounts never differ by case or by characters that cannot be seen alone
 */
public record Account(String name, PasswordHash password) {

    /** Characters, as the record has it for reviewers. */
    private static final int LONGEST_NAME = 100;

    /** Source: NIST SP 800-63B-4 for a password that stands alone. It asks for no kinds of characters, and neither do we. */
    private static final int SHORTEST_PASSWORD = 15;

    private static final int LONGEST_PASSWORD = 1_000;

    public Account {
        if (!name.equals(named(name))) throw new IllegalArgumentException("no name: \"" + name + "\"");
    }

    /**
     * @return the name as an account has it
     * @throws AccountsException if it is no name
     */
    public static String named(String given) {
        String name = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.codePoints().allMatch(Account::isSeen)) {
            String found = name.isEmpty()
                    ? "nothing"
                    : name.length() > LONGEST_NAME ? name.length() + " characters" : "a character that cannot be";
            throw new AccountsException("name: found " + found + ", expected 1 to " + LONGEST_NAME
                    + " characters without bars, line ends and what cannot be seen. Choose another.");
        }
        return name;
    }

    private static boolean isSeen(int character) {
        boolean joins = character == 0x200C || character == 0x200D; // names in Persian and Hindi need them
        return joins
                || character != '|'
                        && switch (Character.getType(character)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SURROGATE,
                                    Character.UNASSIGNED,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR -> false;
                            default -> true;
                        };
    }

    /** Equal for names that people would take for one. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Cf}", "");
    }

    /** @throws AccountsException if the password could be guessed, or is too long to be one */
    public static void requirePassword(String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new AccountsException("password: found " + length + " characters, expected " + SHORTEST_PASSWORD
                    + " to " + LONGEST_PASSWORD + ". Several words with spaces between them do well.");
        }
        String key = key(password);
        if (key.equals(key(name)) || key.codePoints().distinct().count() < 5) {
            throw new AccountsException(
                    "password: found the name or fewer than 5 different characters, expected one that"
                            + " nobody guesses. Choose another.");
        }
    }
}
