package rapport.analysis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.analysis.Layer;
import rapport.record.Quantity;
import rapport.record.Time;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "He helped over 70 militants.             | over 70        | 70      | -       | militants",
                "At least 12 soldiers were killed.        | At least 12    | 12      | -       | soldiers",
                "It freed more than a dozen captives.     | more than a dozen | 12   | -       | captives",
                "Dozens of people fled.                   | Dozens         | 24      | -       | people",
                "Scores were killed in Zenda.             | Scores         | 40      | -       | ''",
                "Hundreds of villagers fled.              | Hundreds       | 200     | -       | villagers",
                "Thousands fled.                          | Thousands      | 2000    | -       | ''",
                "Tens of thousands of people fled.        | Tens of thousands | 20000 | -      | people",
                "Hundreds of thousands of people fled.    | Hundreds of thousands | 200000 | - | people",
                "It holds 300-400 fighters.               | 300-400        | 300     | 400     | fighters",
                "It holds 3,000–4,000 Black Elphberg fighters. | 3,000–4,000 | 3000  | 4000    | Black Elphberg fighters",
                "It holds between 300 and 400 fighters.   | between 300 and 400 | 300 | 400    | fighters",
                "It took two or three villages.           | two or three   | 2       | 3       | villages",
                "It sent 2 to 3 million tonnes.           | 2 to 3 million | 2000000 | 3000000 | tonnes",
                "About 50 families fled.                  | About 50       | 50      | 50      | families",
                "It holds up to 70 men.                   | up to 70       | -       | 70      | men",
                "It holds nearly 100 men.                 | nearly 100     | -       | 100     | men",
                "It holds fewer than 10 men.              | fewer than 10  | -       | 9       | men",
                "It holds no fewer than 10 men.           | no fewer than 10 | 10    | -       | men",
                "It holds 10 or more men.                 | 10 or more     | 10      | -       | men",
                "It shelled two villages.                 | two            | 2       | 2       | villages",
                "It shelled twenty-one villages.          | twenty-one     | 21      | 21      | villages",
                "It sent two hundred and fifty trucks.    | two hundred and fifty | 250 | 250  | trucks",
                "It sent 1.5 million tonnes of wheat.     | 1.5 million    | 1500000 | 1500000 | tonnes",
                "It sent half a million tonnes.           | half a million | 500000  | 500000  | tonnes",
                "It gave $20 million in aid.              | $20 million    | 20000000 | 20000000 | dollars",
                "It gave $1.5bn in aid.                   | $1.5bn         | 1500000000 | 1500000000 | dollars",
                "It gave 20 million euros in aid.         | 20 million     | 20000000 | 20000000 | euros",
                "It sent 7,000 troops across the border.  | 7,000          | 7000    | 7000    | troops",
                "It killed 12 of the rebels.              | 12             | 12      | 12      | rebels",
                "The blast killed 20.                     | 20             | 20      | 20      | ''",
                "The blast killed one soldier.            | one            | 1       | 1       | soldier",
                "It hit three light-armoured army trucks. | three          | 3       | 3       | light-armoured army trucks",
            })
    void reads_a_number_with_its_bounds_and_its_object(String sentence, String words, Long low, Long high, String of) {
        List<Quantity> quantities = quantitiesOf(sentence);

        assertThat(quantities).hasSize(1);
        Quantity quantity = quantities.get(0);
        assertThat(quantity.text().in(sentence)).isEqualTo(words);
        assertThat(quantity.low()).isEqualTo(low == null ? OptionalLong.empty() : OptionalLong.of(low));
        assertThat(quantity.high()).isEqualTo(high == null ? OptionalLong.empty() : OptionalLong.of(high));
        assertThat(quantity.of()).isEqualTo(of);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They met on 3 May 2025 in Strelsau.",
                "They met in 2017, two days ago.",
                "The talks began at 3:15 pm.",
                "The talks began at 1900 GMT.",
                "Rupert, 25, was freed.",
                "A 25-year-old man was freed.",
                "He is 25 years old.",
                "Some 70 percent agreed.",
                "It rose by 3.5%.",
                "He came 3rd, after the second man.",
                "Strelsau won 3-1.",
                "Strelsau lost 1-3 to Zenda.",
                "Call 555-1234.",
                "It cited Resolution 2231 and Article 51.",
                "The G-20 met on Highway 7.",
                "One in 10 voters agreed; 4 in 10 did not.",
                "One official spoke.",
                "The two sides agreed.",
                "Two-thirds agreed.",
                "He scores often.",
            })
    void counts_no_date_age_share_score_name_or_number_of_a_list(String sentence) {
        assertThat(quantitiesOf(sentence)).isEmpty();
    }

    /** A known miss, kept in sight: the record has no place for a number that is not whole. */
    @Test
    void still_leaves_out_numbers_that_are_not_whole() {
        assertThat(quantitiesOf("They advanced 7.5 kilometers.")).isEmpty();
    }

    /** A known miss, kept in sight. */
    @Test
    void still_reads_a_rise_as_two_numbers() {
        assertThat(quantitiesOf("The garrison grew from 300 men to 400 men.")).hasSize(2);
    }

    private static List<Quantity> quantitiesOf(String sentence) {
        Time published = Time.stated(LocalDate.of(2025, 5, 14));
        return new TimeStage()
                .apply(TimeStageTest.annotated(TimeStageTest.document(sentence, published)))
                .get(Layer.QUANTITIES);
    }
}
