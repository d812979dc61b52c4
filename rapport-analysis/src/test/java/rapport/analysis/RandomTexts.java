package rapport.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import rapport.record.Document;
import rapport.record.Ids;
import rapport.record.Time;

/** Texts that no agency would send: emoji, Arabic, lone surrogates, stops and marks in any order. */
final class RandomTexts {

    private static final List<String> PARTS = List.of(
            "Ruritania",
            "Graustark",
            "the",
            "said",
            "Lt.",
            "U.S.",
            "No.",
            "4",
            "p.m.",
            "J.",
            ".",
            "...",
            "…",
            "?",
            "!",
            "“",
            "”",
            "\"",
            "'",
            "(",
            ")",
            ",",
            ";",
            ":",
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            "\u00a0",
            "\u200f",
            "\u2011",
            "\u2028",
            "\ufeff",
            "السفير",
            "قال",
            "؟",
            "۔",
            "抗议",
            "。",
            "İstanbul",
            "ß",
            "é",
            "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69",
            "\ud800",
            "\udc00",
            "\u0000",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

    private RandomTexts() {}

    static AnnotatedDocument next(Random random) {
        int parts = random.nextInt(10) == 0 ? random.nextInt(3000) : random.nextInt(60);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) text.append(PARTS.get(random.nextInt(PARTS.size())));
        return AnnotatedDocument.of(new Document(
                Ids.of('d', text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Time.UNKNOWN,
                "en",
                text.toString(),
                Ids.sha256(text.toString()),
                "a.txt"));
    }
}
