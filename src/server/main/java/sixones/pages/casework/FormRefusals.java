package sixones.pages.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/** Puts a refusal into the form that was refused: each fault at its field, what was typed stays. */
final class FormRefusals {
  private FormRefusals() {}

  /**
   * Returns a form with why it was refused.
   *
   * @param form made anew of what was typed
   * @param since what was done in the case since the form was made
   */
  static ActForm of(
      ActForm form, Refused refused, ActFields sent, List<ActView> since, Language language) {
    Problem problem = problem(refused, language);
    Map<String, String> faults = new LinkedHashMap<>();
    List<ActForm.Refusal.Link> links = new ArrayList<>();
    for (Problem.Error error : problem.errors()) {
      Optional<ActForm.Field> field = field(form, sent.field(error.pointer()));
      if (field.isPresent()) {
        faults.merge(field.get().name(), error.detail(), (one, more) -> one + " " + more);
      } else {
        links.add(new ActForm.Refusal.Link(null, null, error.detail()));
      }
    }
    List<ActForm.Group> groups = new ArrayList<>();
    for (ActForm.Group group : form.groups()) {
      groups.add(faulty(group, faults, links));
    }
    return new ActForm(
        form.kind(),
        form.address(),
        form.title(),
        form.how(),
        key(form, refused),
        form.revision(),
        form.hidden(),
        groups,
        form.answers(),
        new ActForm.Refusal(problem.status(), problem.title(), problem.detail(), links, since));
  }

  /** A form whose key did another act already can do one more only under a new key. */
  private static String key(ActForm form, Refused refused) {
    return refused.why() == Refused.Why.KEY_REUSED ? UUID.randomUUID().toString() : form.key();
  }

  /** Returns the problem of a refusal, with a detail that suits a form. */
  static Problem problem(Refused refused, Language language) {
    Problem told = RefusedProblem.of(refused, language);
    if (refused.why() != Refused.Why.STALE) {
      return told;
    }
    PageWords words = PageWords.in(language);
    return new Problem(
        told.kind(), told.status(), told.title(), words.text("casework.stale"), told.errors());
  }

  private static ActForm.Group faulty(
      ActForm.Group group, Map<String, String> faults, List<ActForm.Refusal.Link> links) {
    List<ActForm.Field> fields = new ArrayList<>();
    boolean isFaulty = false;
    for (ActForm.Field field : group.fields()) {
      String fault = faults.get(field.name());
      fields.add(fault == null ? field : field.faulty(fault));
      if (fault != null) {
        isFaulty = true;
        links.add(new ActForm.Refusal.Link(field.id(), label(group, field), fault));
      }
    }
    return new ActForm.Group(
        group.legend(),
        group.says(),
        group.pick(),
        group.picked(),
        group.folded() && !isFaulty,
        fields);
  }

  private static String label(ActForm.Group group, ActForm.Field field) {
    return group.legend() == null ? field.label() : group.legend() + " · " + field.label();
  }

  /** Returns the field at a place, or the first one within it, or the one it lies in. */
  private static Optional<ActForm.Field> field(ActForm form, String name) {
    List<ActForm.Field> fields = form.fields();
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .or(() -> fields.stream().filter(field -> field.name().startsWith(name + "/")).findFirst())
        .filter(field -> !name.isEmpty());
  }
}
