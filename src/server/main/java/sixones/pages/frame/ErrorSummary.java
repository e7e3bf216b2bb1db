package sixones.pages.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.people.UnfitPerson;
import sixones.report.Messages;
import sixones.report.Problem;

/** Why an operation was refused, shown at the top of a page with links onward. */
public record ErrorSummary(String title, String detail, List<Link> links) {
  /** A link, or plain text if the address is null. */
  public record Link(String address, String text) {}

  public static ErrorSummary of(Problem problem, Link... ways) {
    List<Link> links = new ArrayList<>();
    problem
        .errors()
        .forEach(
            error ->
                links.add(
                    new Link(
                        null,
                        error.pointer().isEmpty()
                            ? error.detail()
                            : error.pointer() + " " + error.detail())));
    links.addAll(List.of(ways));
    return new ErrorSummary(problem.title(), problem.detail(), links);
  }

  /** Returns the summary for a rejected account form; each reason links to its field. */
  public static ErrorSummary of(UnfitPerson unfit, String title, PageFrame frame) {
    List<Link> links =
        unfit.defects().stream()
            .map(
                defect ->
                    new Link(
                        "#" + defect.pointer().substring(1),
                        Messages.text(frame.language(), "unfit." + defect.kind(), Map.of())))
            .toList();
    return new ErrorSummary(frame.text(title), frame.text("account.not.how"), links);
  }
}
