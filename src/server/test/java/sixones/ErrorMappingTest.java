package sixones;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import jakarta.ws.rs.ext.ExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;
import sixones.round.Refused;

/** An exception of the domain becomes a response in few places, so that all doors answer alike. */
class ErrorMappingTest {
  @Test
  void one_room_maps_exceptions_to_responses() {
    methods()
        .that()
        .areAnnotatedWith(ServerExceptionMapper.class)
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage("sixones.http.filter")
        .because("a resource of its own mapping would answer otherwise than its neighbour")
        .check(ArchitectureTest.CLASSES);
    noClasses()
        .should()
        .implement(ExceptionMapper.class)
        .because("mappers stand together in http.filter")
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void one_class_turns_a_refusal_into_a_problem() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("sixones.representation.RefusedProblem")
        .and()
        .doNotHaveFullyQualifiedName("sixones.round.Refused")
        .should()
        .callMethodWhere(
            describe(
                "the faults or values of a refusal",
                call ->
                    call.getTargetOwner().isEquivalentTo(Refused.class)
                        && (call.getName().equals("faults") || call.getName().equals("values"))))
        .because("programs and pages are told the same status and the same words")
        .check(ArchitectureTest.CLASSES);
  }
}
