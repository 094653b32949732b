package io.tieout.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules of the house that a compiler cannot check.
class ArchitectureTest {
    private static final List<String> SERVICES =
            List.of("ingest", "reconcile", "invoice", "writeback", "audit", "console");
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .importPaths(
                            List.of(
                                    Path.of("../shared-model/target/classes"),
                                    Path.of("../service-kit/target/classes"),
                                    Path.of("../connectors/target/classes"),
                                    Path.of("../ingest-service/target/classes"),
                                    Path.of("../reconcile-service/target/classes"),
                                    Path.of("../invoice-service/target/classes"),
                                    Path.of("../writeback-service/target/classes"),
                                    Path.of("../audit-service/target/classes"),
                                    Path.of("../console/target/classes"),
                                    Path.of("../twin/target/classes"),
                                    Path.of("../launcher/target/classes"),
                                    Path.of("../bench/target/classes")));

    @Test
    void the_shared_model_needs_nothing_but_the_jdk_and_annotations() {
        classes()
                .that()
                .resideInAPackage("io.tieout.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.tieout.model..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(CODE);
    }

    @Test
    void services_do_not_see_each_other() {
        for (String service : SERVICES) {
            String[] others =
                    SERVICES.stream()
                            .filter(other -> !other.equals(service))
                            .map(other -> "io.tieout." + other + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.tieout." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CODE);
        }
    }

    @Test
    void only_ingest_and_writeback_reach_the_vendors() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.tieout.audit..",
                        "io.tieout.invoice..",
                        "io.tieout.reconcile..",
                        "io.tieout.console..",
                        "io.tieout.kit..",
                        "io.tieout.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tieout.connectors..")
                .check(CODE);
    }

    @Test
    void the_twin_shares_no_code_with_what_it_tests() {
        noClasses()
                .that()
                .resideInAPackage("io.tieout.twin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tieout.model..",
                        "io.tieout.kit..",
                        "io.tieout.connectors..",
                        "io.tieout.launcher..")
                .check(CODE);
    }

    @Test
    void a_bench_sees_only_the_pure_code_it_measures() {
        noClasses()
                .that()
                .resideInAPackage("io.tieout.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tieout.ingest..",
                        "io.tieout.invoice..",
                        "io.tieout.writeback..",
                        "io.tieout.audit..",
                        "io.tieout.console..",
                        "io.tieout.twin..",
                        "jakarta..",
                        "io.quarkus..")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tieout.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tieout.bench..")
                .check(CODE);
    }

    @Test
    void the_maker_of_ledgers_shares_nothing_with_the_matcher_that_it_measures() {
        classes()
                .that()
                .resideInAPackage("io.tieout.bench.ledger..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.tieout.bench.ledger..",
                        "org.apache.commons.csv..",
                        "picocli..",
                        "org.jspecify..")
                .check(CODE);
    }

    @Test
    void features_of_a_service_have_no_cycles() {
        for (String service : SERVICES) {
            SlicesRuleDefinition.slices()
                    .matching("io.tieout." + service + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void only_the_relay_the_webhook_the_redrive_and_dead_letters_send() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.tieout.kit..",
                        "io.tieout.ingest.callback..",
                        "io.tieout.console..",
                        "io.tieout.launcher..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.tieout.kit.publish.Publisher")
                .check(CODE);
    }

    @Test
    void a_consumer_is_not_a_transaction() {
        methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .notBeAnnotatedWith("jakarta.transaction.Transactional")
                .check(CODE);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("io.tieout..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(CODE);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.tieout.invoice..", "io.tieout.audit..", "io.tieout.reconcile..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(CODE);
    }
}
