package sixones.pages.draft;

import java.util.List;
import java.util.UUID;

/**
 * What the page of a draft shows if the draft can be the reply to a notice.
 *
 * @param due when the reply is due, in words
 * @param open the places that can be changed
 * @param unlisted how many values differ that the notice does not list
 */
public record DraftReply(UUID bidCase, String due, List<Open> open, long unlisted) {
  /** A place that can be changed, and the id of its first field. */
  public record Open(String target, String place) {}

  public String self() {
    return "/applicant/cases/" + bidCase;
  }
}
