package sixones.pages.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import sixones.bid.Draft;
import sixones.draft.WorkingDrafts;
import sixones.pages.form.BidForm;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.Examples;
import sixones.people.Person;
import sixones.report.Language;

/** What a draft can begin from, or be replaced by, besides a file: a blank form, or an example. */
@ApplicationScoped
class Beginnings {
  static final String BLANK = "blank";

  @Inject Checks checks;
  @Inject Examples examples;

  /** Returns the examples by name. */
  List<CheckView.Example> examples(Language language) {
    return checks.view("/", checks.of(checks.blank(), "", language), language).examples();
  }

  /**
   * Builds the content, always with the code of the applicant the person acts for.
   *
   * @param from {@code blank}, or the name of an example
   * @throws NotFoundException if there is no such example
   */
  WorkingDrafts.Text text(Person person, String from) {
    BidForm form =
        from.equals(BLANK)
            ? checks.blank()
            : BidForm.of(examples.bid(from).orElseThrow(NotFoundException::new).tree());
    ObjectNode bid = form.tree().deepCopy();
    bid.withObject("/city").put("code", person.applicant());
    return new WorkingDrafts.Text(Draft.Format.JSON, BidForm.of(bid).file());
  }
}
