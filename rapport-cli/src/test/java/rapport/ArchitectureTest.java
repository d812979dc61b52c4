package rapport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house plan, as rules. */
@AnalyzeClasses(packages = "rapport", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_codebook_knows_nothing_but_itself = noClasses()
            .that()
            .resideInAPackage("rapport.ontology..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "rapport.record..",
                    "rapport.actor..",
                    "rapport.analysis..",
                    "rapport.storyline..",
                    "rapport.store..",
                    "rapport.evaluation..",
                    "rapport.cli..");

    @ArchTest
    static final ArchRule records_know_nothing_above_them = noClasses()
            .that()
            .resideInAnyPackage("rapport.record..", "rapport.ontology..", "rapport.actor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "rapport.analysis..",
                    "rapport.storyline..",
                    "rapport.store..",
                    "rapport.evaluation..",
                    "rapport.cli..")
            .because("the record must be readable without the software that made it");

    @ArchTest
    static final ArchRule the_record_does_not_know_the_dictionary = noClasses()
            .that()
            .resideInAPackage("rapport.record..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("rapport.actor..");

    @ArchTest
    static final ArchRule analysis_stores_nothing = noClasses()
            .that()
            .resideInAPackage("rapport.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("rapport.storyline..", "rapport.store..", "rapport.evaluation..", "rapport.cli..");

    @ArchTest
    static final ArchRule what_reports_say_together_is_a_function_of_records = noClasses()
            .that()
            .resideInAPackage("rapport.storyline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("rapport.analysis..", "rapport.store..", "rapport.evaluation..", "rapport.cli..");

    @ArchTest
    static final ArchRule the_store_reads_no_text = noClasses()
            .that()
            .resideInAPackage("rapport.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("rapport.analysis..", "rapport.evaluation..", "rapport.cli..");

    @ArchTest
    static final ArchRule nobody_sees_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("rapport.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("rapport.cli..");

    @ArchTest
    static final ArchRule stages_meet_only_in_the_annotated_document =
            slices().matching("rapport.analysis.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule only_the_reader_knows_the_model_runtime =
            door("ai.onnxruntime..", "rapport.analysis.reader..");

    @ArchTest
    static final ArchRule only_intake_knows_the_page_parser = door("org.jsoup..", "rapport.analysis.intake..");

    @ArchTest
    static final ArchRule only_the_storyline_knows_the_stemmer = door("opennlp..", "rapport.storyline..");

    @ArchTest
    static final ArchRule only_the_store_speaks_sql = door("java.sql..", "rapport.store..");

    @ArchTest
    static final ArchRule only_the_command_line_knows_its_parser = door("picocli..", "rapport.cli..");

    /** Three doors and not one: gold passages are no records, and the measures must not hang on the public format's reader; pages as JSON are none either. */
    @ArchTest
    static final ArchRule json_is_read_and_written_where_formats_are = noClasses()
            .that()
            .resideOutsideOfPackages("rapport.store..", "rapport.evaluation..", "rapport.web.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule only_the_web_knows_its_server = door("io.javalin..", "rapport.web");

    @ArchTest
    static final ArchRule only_accounts_know_the_password_hash = door("org.bouncycastle..", "rapport.web.account");

    @ArchTest
    static final ArchRule only_the_web_knows_its_templates = door("gg.jte..", "rapport.web");

    @ArchTest
    static final ArchRule only_the_command_line_sees_the_web = noClasses()
            .that()
            .resideOutsideOfPackages("rapport.web..", "rapport.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("rapport.web..");

    @ArchTest
    static final ArchRule the_web_does_not_know_how_texts_are_coded = noClasses()
            .that()
            .resideInAPackage("rapport.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("rapport.analysis..", "rapport.evaluation..", "rapport.cli..");

    @ArchTest
    static final ArchRule nothing_depends_on_the_machine = noClasses()
            .should()
            .callMethod(java.util.Locale.class, "getDefault")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(java.nio.charset.Charset.class, "defaultCharset")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("same input, same output, on any machine: hand in the locale, the zone, the clock");

    @ArchTest
    static final ArchRule only_the_program_exits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("rapport.cli.Rapport")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule every_record_type_is_immutable =
            classes().that().resideInAPackage("rapport.record..").should().haveOnlyFinalFields();

    private static ArchRule door(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
