package rapport.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports for benchmarks: about 500 words each, of sentences that news has, with names and numbers put in by a seed. */
final class BenchTexts {

    private static final int WORDS = 500;
    private static final long SEED = 41; // any; fixed so that two runs read the same

    private static final List<String> SIDES =
            List.of("Ruritania", "Graustark", "Kravonia", "Sylvania", "Pakistan", "Kenya", "Norway", "Colombia");
    private static final List<String> SPEAKERS = List.of(
            "Foreign Minister Jan Rassendyll", "the defence ministry", "an army spokesman", "officials", "the envoy");
    private static final List<String> SENTENCES = List.of(
            "%1$s urged %2$s on Monday to withdraw its troops from the border valley, %3$s said.",
            "“We have given no such assurance, and we will not give one,” %3$s told reporters in the capital of %1$s.",
            "At least %4$d people were killed when shells fired from %2$s hit a market town, according to %3$s.",
            "%1$s and %2$s agreed to reopen two crossings and to meet again within %4$d days.",
            "The closure has left more than %4$d lorries stranded, traders said, and prices have risen sharply.",
            "Rain is expected across the region until the end of the week.",
            "%3$s accused %2$s of sheltering fighters who had attacked police posts in %1$s, a charge it has denied.",
            "Officials claimed that the general had ordered the arrest of %4$d demonstrators, which %1$s rejected.",
            "A convoy with food and medicine from %1$s reached the camps after %2$s had lifted its ban.",
            "Unless the prisoners are freed, %1$s will suspend trade with %2$s, %3$s warned.");

    private BenchTexts() {}

    static List<Path> write(Path folder, int articles) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(SEED);
        for (int i = 0; i < articles; i++) {
            StringBuilder text = new StringBuilder("Report " + (i + 1) + " from the border\nMay 14, 2024\n");
            int words = 0;
            while (words < WORDS) {
                String sentence = sentence(random);
                words += sentence.split(" ").length;
                text.append(sentence).append(random.nextInt(3) == 0 ? '\n' : ' ');
            }
            Files.writeString(folder.resolve("report-%04d.txt".formatted(i + 1)), text, StandardCharsets.UTF_8);
        }
        return new ArrayList<>(List.of(folder));
    }

    private static String sentence(Random random) {
        int one = random.nextInt(SIDES.size());
        int other = (one + 1 + random.nextInt(SIDES.size() - 1)) % SIDES.size();
        String speaker = SPEAKERS.get(random.nextInt(SPEAKERS.size()));
        String sentence = SENTENCES
                .get(random.nextInt(SENTENCES.size()))
                .formatted(SIDES.get(one), SIDES.get(other), speaker, 3 + random.nextInt(200));
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
