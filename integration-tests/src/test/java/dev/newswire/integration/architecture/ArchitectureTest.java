package dev.newswire.integration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

@AnalyzeClasses(packages = "dev.newswire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern MAY_KNOW_KAFKA = Pattern.compile(
            ".*(Main|Service|Topology|Processor|Publisher|Serde|Store)(\\$.*)?|.*\\.ingest\\.kafka\\..*");

    @ArchTest
    static final ArchRule servicesShareNothingButThePlatform =
            slices().matching("dev.newswire.(ingest|enrich|publish)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule thePlatformKnowsNoService = noClasses()
            .that()
            .resideInAPackage("dev.newswire.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.newswire.ingest..", "dev.newswire.enrich..", "dev.newswire.publish..", "dev.newswire.cli..");

    @ArchTest
    static final ArchRule onlyAdaptersKnowKafka = noClasses()
            .that()
            .resideInAnyPackage("dev.newswire.ingest..", "dev.newswire.enrich..", "dev.newswire.publish..")
            .and(mayNotKnowKafka())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule algorithmsArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.newswire.enrich.text..",
                    "dev.newswire.enrich.entity..",
                    "dev.newswire.enrich.related..",
                    "dev.newswire.enrich.lifecycle..",
                    "dev.newswire.publish.feed..",
                    "dev.newswire.publish.page..",
                    "dev.newswire.publish.render..",
                    "dev.newswire.publish.search..",
                    "dev.newswire.ingest.source..",
                    "dev.newswire.ingest.normalise..",
                    "dev.newswire.ingest.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule enrichAndPublishReadNoWallClock = noClasses()
            .that()
            .resideInAnyPackage("dev.newswire.enrich..", "dev.newswire.publish.feed..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule oneClassCreatesKafkaStreams = noClasses()
            .that()
            .doNotHaveSimpleName("StreamsRunner")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "of KafkaStreams",
                    call -> call.getTargetOwner().isEquivalentTo(org.apache.kafka.streams.KafkaStreams.class)));

    @ArchTest
    static final ArchRule theCatalogueAloneSpellsTopics =
            classes().that().haveSimpleName("Topics").should().resideInAPackage("dev.newswire.platform.topic");

    private static DescribedPredicate<JavaClass> mayNotKnowKafka() {
        return DescribedPredicate.describe(
                "are no main, service, topology, processor, serde, store or publisher",
                type -> !MAY_KNOW_KAFKA.matcher(type.getName()).matches());
    }
}
