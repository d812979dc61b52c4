package rapport.analysis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.ontology.Basis;
import rapport.record.Dateline;
import rapport.record.Time;

class HeadTest {

    private static final String LEAD = "The envoys of Ruritania and Graustark met in the lake town of Zenda on Monday.";

    @Test
    void takes_the_first_line_for_the_title_if_more_follows() {
        assertThat(head("Lake talks open\n" + LEAD).title()).contains("Lake talks open");
        assertThat(head("Will the lake talks hold?\n" + LEAD).title()).contains("Will the lake talks hold?");
        assertThat(head("Envoys leave the U.S.\n" + LEAD).title()).contains("Envoys leave the U.S.");
        assertThat(head("# Lake talks open\n\n" + LEAD).title()).contains("Lake talks open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lake talks opened.",
                "“We will talk.”",
                "He said:",
                "STRELSAU, May 4 (Agency) - Talks opened in Zenda"
            })
    void takes_no_sentence_for_the_title(String first) {
        assertThat(head(first + "\n" + LEAD).title()).isEmpty();
    }

    @Test
    void takes_no_only_line_for_the_title() {
        assertThat(head("Lake talks open").title()).isEmpty();
    }

    @Test
    void knows_the_lines_between_title_and_report() {
        String text =
                "Lake talks open\nEnvoys meet after a year of silence\nSOUTH ASIA\nBy Jane Roe\nMay 26, 2025\n" + LEAD;
        Head head = head(text);

        assertThat(head.title()).contains("Lake talks open");
        assertThat(head.byline()).contains("Jane Roe");
        assertThat(head.published().day()).contains(LocalDate.of(2025, 5, 26));
        assertThat(furniture(text)).containsExactly("SOUTH ASIA", "By Jane Roe", "May 26, 2025");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Jane Roe | Jane Roe",
                "BY JANE ROE | JANE ROE",
                "By: Jane Roe and John Doe | Jane Roe and John Doe",
                "By Jane Roe, John Doe & Flavia de la Cruz | Jane Roe, John Doe & Flavia de la Cruz",
                "Jane Roe, Strelsau Courier | Jane Roe",
                "JANE ROE | JANE ROE",
                "By Jane Roe in Strelsau | Jane Roe",
                "By Jane Roe, Foreign Correspondent | Jane Roe",
                "By Jane Roe, Strelsau | Jane Roe",
                "By J. R. Roe – 4 May 2025 | J. R. Roe",
                "Written by Jane Roe | Jane Roe",
                "By Our Correspondent | Our Correspondent",
                "By AFP | AFP"
            })
    void knows_bylines(String line, String byline) {
        String text = "Lake talks open\n" + line + "\n" + LEAD;

        assertThat(head(text).byline()).contains(byline);
        assertThat(furniture(text)).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Monday nobody had left.",
                "By the lake",
                "By Friday, 4 May 2025, all was over.",
                "Ref. 2025-05-04",
                "Version 2025.05.04",
                "No. 2025/05/04",
                "Talks on 4 May 2025",
                "Two killed at lake"
            })
    void takes_no_other_line_for_furniture(String line) {
        String text = "Lake talks open\n" + line + "\n" + LEAD;

        assertThat(furniture(text)).isEmpty();
        assertThat(head(text).published()).isEqualTo(Time.UNKNOWN);
        assertThat(head(text).byline()).isEmpty();
    }

    @Test
    void knows_a_bare_name_beside_a_day() {
        String text = "Lake talks open\nJane Roe\n4 May 2025\n" + LEAD;

        assertThat(head(text).byline()).contains("Jane Roe");
        assertThat(furniture(text)).containsExactly("Jane Roe", "4 May 2025");
    }

    @Test
    void knows_the_outlet_of_a_byline_and_of_an_agency() {
        assertThat(head("Lake talks open\nJane Roe, Strelsau Courier\n" + LEAD).outlet())
                .contains("Strelsau Courier");
        assertThat(head("Lake talks open\nBy Jane Roe for the Strelsau Courier\n" + LEAD)
                        .outlet())
                .contains("Strelsau Courier");
        assertThat(head("Lake talks open\nSource: Strelsau Courier\n4 May 2025\n" + LEAD)
                        .outlet())
                .contains("Strelsau Courier");
        assertThat(head("Lake talks open\nSTRELSAU (Graustark Press) — " + LEAD).outlet())
                .contains("Graustark Press");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 May 2025",
                "May 4, 2025",
                "Published: 4 May 2025",
                "Published on Sunday, May 4, 2025 at 10:42 a.m. GMT",
                "Posted 2025-05-04 10:42",
                "Strelsau, May 4, 2025",
                "World | 4 May 2025 | 3 min read",
                "By Jane Roe | Published: 4 May 2025, 10:42 GMT | Updated: 6 May 2025",
                "Updated 6 May 2025 | Published 4 May 2025",
                "Date: 2025-05-04"
            })
    void knows_the_day_of_publication(String line) {
        String text = "Lake talks open\n" + line + "\n" + LEAD;
        Time published = head(text).published();

        assertThat(published.day()).contains(LocalDate.of(2025, 5, 4));
        assertThat(published.basis()).isEqualTo(Basis.STATED);
        assertThat(published.text().orElseThrow().in(text)).contains("4");
        assertThat(furniture(text)).containsExactly(line);
    }

    @Test
    void infers_the_day_from_an_update_or_a_dateline_and_says_so() {
        Time updated = head("Lake talks open\nUpdated: 6 May 2025\n" + LEAD).published();
        assertThat(updated.day()).contains(LocalDate.of(2025, 5, 6));
        assertThat(updated.basis()).isEqualTo(Basis.INFERRED);
        assertThat(updated.because()).containsExactly("the day of the update");

        Time filed = head("Lake talks open\nSTRELSAU, May 4, 2025 (Agency) - " + LEAD)
                .published();
        assertThat(filed.day()).contains(LocalDate.of(2025, 5, 4));
        assertThat(filed.because()).containsExactly("the day of the dateline");
    }

    @Test
    void reads_a_wrapped_page_with_several_lines_at_its_head() {
        String text = """
                STRELSAU COURIER

                Ruritania and Graustark edge closer
                to a lake accord

                By Jane Roe and John Doe
                Published: Sunday, May 4, 2025 10:42 AM GMT+2
                Updated: May 6, 2025

                STRELSAU, May 3 (GP) -- Foreign Minister Rudolf Rassendyll said on Friday that
                the U.S. and the U.N. had asked both sides to stop. “We will sign. We will keep
                it,” he said.
                """;
        Head head = head(text);

        assertThat(head.title()).contains("Ruritania and Graustark edge closer to a lake accord");
        assertThat(head.byline()).contains("Jane Roe and John Doe");
        assertThat(head.outlet()).contains("STRELSAU COURIER");
        assertThat(head.dateline())
                .contains(new Dateline(Optional.of("STRELSAU"), Optional.of(LocalDate.of(2025, 5, 3))));
        assertThat(head.published().day()).contains(LocalDate.of(2025, 5, 4));
        assertThat(furniture(text)).hasSize(5);
    }

    @Test
    void knows_a_function_for_a_byline() {
        Head head = head("Lake talks open\nStaff Reporter | Strelsau | 04 May, 2025\n" + LEAD);

        assertThat(head.byline()).contains("Staff Reporter");
        assertThat(head.outlet()).isEmpty();
    }

    @Test
    void knows_a_name_and_place_beside_a_day() {
        assertThat(head("Lake talks open\nJane Roe in Strelsau\nSun 4 May 2025 10.42 BST\n" + LEAD)
                        .byline())
                .contains("Jane Roe");
    }

    @Test
    void takes_an_ambiguous_day_for_none() {
        assertThat(head("Lake talks open\n04/05/2025\n" + LEAD).published()).isEqualTo(Time.UNKNOWN);
        assertThat(head("Lake talks open\n26/05/2025\n" + LEAD).published().day())
                .contains(LocalDate.of(2025, 5, 26));
    }

    @Test
    void finds_a_labelled_day_at_the_foot_but_no_other() {
        String body = ("\n" + LEAD).repeat(12);

        assertThat(head("Lake talks open" + body + "\nPublished: 4 May 2025")
                        .published()
                        .day())
                .contains(LocalDate.of(2025, 5, 4));
        assertThat(head("Lake talks open" + body + "\nCorrection\n4 May 2025").published())
                .isEqualTo(Time.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRELSAU, May 4 (Agency) - | STRELSAU",
                "STRELSAU (Agency) — | STRELSAU",
                "STRELSAU — | STRELSAU",
                "STRELSAU, Ruritania (AP) — | STRELSAU, Ruritania",
                "ZENDA, N.H. - | ZENDA, N.H.",
                "Strelsau (Agency) – | Strelsau",
                "Strelsau, 4 May 2025 – | Strelsau",
                "ST. ZENDA, 4 May -- | ST. ZENDA",
                "UPPER ZENDA: | UPPER ZENDA",
                "Strelsau: | Strelsau"
            })
    void knows_datelines(String line, String place) {
        String text = "Lake talks open\n" + line + " " + LEAD;

        assertThat(head(text).dateline().flatMap(Dateline::place)).contains(place);
        assertThat(furniture(text).get(0).strip()).isEqualTo(line);
    }

    @Test
    void gives_the_day_of_a_dateline_the_year_of_publication() {
        Head head = head("Lake talks open\n2 January 2025\nSTRELSAU, Dec. 31 (Agency) - " + LEAD);

        assertThat(head.dateline())
                .contains(new Dateline(Optional.of("STRELSAU"), Optional.of(LocalDate.of(2024, 12, 31))));
        assertThat(head("STRELSAU, Dec. 31 (Agency) - " + LEAD).dateline().flatMap(Dateline::day))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rassendyll: “We shall not yield to anybody at the lake, neither now nor later,” he said.",
                "NATO - which nobody asked - did not come to the lake, and nobody was surprised by that at all.",
                "Rassendyll: We shall not yield.",
                "ANALYSIS: The lake talks have come to nothing, and nobody in the capital was surprised by it."
            })
    void takes_no_speaker_for_a_dateline(String lead) {
        assertThat(head("Lake talks open\n" + lead).dateline()).isEmpty();
    }

    @Test
    void takes_the_speakers_of_a_transcript_for_no_places() {
        String text = "Lake talks open\nRassendyll: The lake is ours, and it has been ours since the days of Rudolf.\n"
                + "Hentzau: The lake is ours, and it has been ours since the days of Rupert.";

        assertThat(head(text).dateline()).isEmpty();
    }

    @Test
    void knows_credits_and_invitations_anywhere() {
        String text = "Lake talks open\n" + LEAD + "\nRead more: The lake war\n" + LEAD
                + "\n(Reporting by Jane Roe; editing by John Doe)";

        assertThat(furniture(text))
                .containsExactly("Read more: The lake war", "(Reporting by Jane Roe; editing by John Doe)");
    }

    @Test
    void finds_nothing_in_a_report_that_has_nothing() {
        Head head = head(LEAD + "\n" + LEAD);

        assertThat(head.title()).isEmpty();
        assertThat(head.byline()).isEmpty();
        assertThat(head.outlet()).isEmpty();
        assertThat(head.dateline()).isEmpty();
        assertThat(head.published()).isEqualTo(Time.UNKNOWN);
        assertThat(head.furniture()).isEmpty();
    }

    @Test
    void keeps_furniture_apart_and_in_order() {
        String text =
                "WORLD\nLake talks open\n4 May 2025\nBy Jane Roe\nSTRELSAU (Agency) - " + LEAD + "\n© Strelsau Courier";

        assertThat(furniture(text))
                .containsExactly("WORLD", "4 May 2025", "By Jane Roe", "STRELSAU (Agency) - ", "© Strelsau Courier");
    }

    /** A known miss, kept in sight. When this fails, the head is read better: correct the test. */
    @Test
    void takes_a_subheading_in_capitals_for_a_byline() {
        assertThat(head("Lake talks open\nSALT TAX\n" + LEAD).byline()).contains("SALT TAX");
    }

    private static Head head(String text) {
        return Head.of(text, false, Optional.empty());
    }

    private static List<String> furniture(String text) {
        return head(text).furniture().stream().map(span -> span.in(text)).toList();
    }
}
