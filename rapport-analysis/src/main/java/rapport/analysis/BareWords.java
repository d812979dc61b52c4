package rapport.analysis;

import java.util.regex.Pattern;

/** Marks, and words that only join others: what says nothing and reports nothing. A colon reports. */
public final class BareWords {

    private static final Pattern BARE = Pattern.compile(
            "(?i)[^\\p{L}\\p{N}:]*(?:(?:the|a|an|that|which|who|whom|this|of|on|in|at|as|and|also|just"
                    + "|is|are|was|were|be|been|has|have|had|do|does|did|will|would)(?![\\p{L}\\p{N}])[^\\p{L}\\p{N}:]*+)*+");

    private BareWords() {}

    public static boolean areAll(String words) {
        return BARE.matcher(words).matches();
    }
}
