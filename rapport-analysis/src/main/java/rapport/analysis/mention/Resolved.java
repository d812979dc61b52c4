package rapport.analysis.mention;

import java.util.List;

/**
 * A mention with the actors it stands for: none if nobody can say, several for "both sides".
 *
 * @param words as the text has them
 */
record Resolved(Found found, String words, List<String> actors) {

    Resolved {
        actors = List.copyOf(actors);
    }
}
