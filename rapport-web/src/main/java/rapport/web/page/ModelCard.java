package rapport.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How good is it? The model card of the documentation, in the few forms of Markdown that it uses. */
public record ModelCard(List<Block> blocks) {

    /** A part of the card. */
    public sealed interface Block {}

    /** @param level 1 to 6 */
    public record Heading(int level, List<Words> text) implements Block {}

    public record Paragraph(List<Words> text) implements Block {}

    public record Points(List<List<Words>> points) implements Block {}

    public record Table(List<List<Words>> head, List<List<List<Words>>> rows) implements Block {}

    /** Words in one manner. */
    public record Words(String text, Manner manner) {}

    /** How words are set. */
    public enum Manner {
        PLAIN,
        STRONG,
        EMPHASIS,
        CODE
    }

    /** As the build has put it beside the classes. */
    public static ModelCard shipped() {
        try (InputStream in = ModelCard.class.getResourceAsStream("/rapport/web/model-card.md")) {
            if (in == null) throw new IllegalStateException("the build has left out model-card.md");
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the model card", e);
        }
    }

    static ModelCard parse(String markdown) {
        List<Block> blocks = new ArrayList<>();
        for (String block : markdown.split("\n\\s*\n")) {
            if (!block.isBlank()) add(blocks, block.strip());
        }
        return new ModelCard(List.copyOf(blocks));
    }

    private static void add(List<Block> blocks, String block) {
        String[] lines = block.split("\n");
        if (block.startsWith("#")) {
            int level = block.indexOf(' ');
            blocks.add(new Heading(level, words(lines[0].substring(level).strip())));
            if (lines.length > 1)
                add(blocks, block.substring(block.indexOf('\n') + 1).strip());
        } else if (block.startsWith("|")) {
            List<List<List<Words>>> rows =
                    Arrays.stream(lines).skip(2).map(ModelCard::cells).toList();
            blocks.add(new Table(cells(lines[0]), rows));
        } else if (block.startsWith("- ")) {
            List<List<Words>> points = Arrays.stream(("\n" + block).split("\n- "))
                    .filter(point -> !point.isBlank())
                    .map(point -> words(point.replaceAll("\\s+", " ").strip()))
                    .toList();
            blocks.add(new Points(points));
        } else {
            blocks.add(new Paragraph(words(block.replaceAll("\\s+", " "))));
        }
    }

    private static List<List<Words>> cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> words(cell.strip()))
                .toList();
    }

    /** Pieces of `code`, **strong** and *emphasis*. */
    private static List<Words> words(String text) {
        List<Words> words = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            Manner manner = Manner.PLAIN;
            String mark = "";
            int start = text.length();
            for (Manner kind : List.of(Manner.CODE, Manner.STRONG, Manner.EMPHASIS)) {
                String sign = kind == Manner.CODE ? "`" : kind == Manner.STRONG ? "**" : "*";
                int at = text.indexOf(sign, from);
                if (at >= 0 && at < start && text.indexOf(sign, at + sign.length()) > at) {
                    start = at;
                    manner = kind;
                    mark = sign;
                }
            }
            if (start > from) words.add(new Words(text.substring(from, start), Manner.PLAIN));
            if (manner == Manner.PLAIN) break;
            int end = text.indexOf(mark, start + mark.length());
            words.add(new Words(text.substring(start + mark.length(), end), manner));
            from = end + mark.length();
        }
        return List.copyOf(words);
    }
}
