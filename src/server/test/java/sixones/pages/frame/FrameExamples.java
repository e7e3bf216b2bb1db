package sixones.pages.frame;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sixones.Length;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.people.Role;
import sixones.report.Language;
import sixones.round.Refused;

/** What is shown instead of the page that was asked for. */
@Singleton
class FrameExamples implements PageExamples {
  /** Their pages differ by a sentence. */
  private static final List<Integer> STATUSES =
      Length.of(List.of(404, 500), List.of(400, 401, 403, 404, 405, 410, 413, 429, 500, 503));

  private static final Map<String, String> SENT = Map.of("name", "示例");

  @Override
  public List<Example> all() {
    List<Example> all = new ArrayList<>();
    for (int status : STATUSES) {
      all.add(error(status));
    }
    Stream.of("multipart/form-data", "application/x-www-form-urlencoded")
        .map(FrameExamples::expired)
        .forEach(all::add);
    all.add(new Example("no-room", FrameExamples::noRoom));
    all.add(new Example("error-said", FrameExamples::said));
    return all;
  }

  private static Example error(int status) {
    return new Example(
        "error-" + status,
        language -> {
          PageFrame frame = frame(language, status == 403 ? Role.APPLICANT : null, "/x");
          String detail = status == 500 ? "7c9e6679" : null;
          String other = status == 405 ? null : frame.otherAddress();
          List<String> typed =
              status == 403 ? List.of("x".repeat(200), "A text <b>\nof two lines") : List.of();
          return ErrorPage.Templates.error(
              frame, status, "error." + status, null, detail, other, typed);
        });
  }

  private static TemplateInstance said(Language language) {
    ErrorPage.Said said =
        language == Language.EN
            ? new ErrorPage.Said("This instant has not come yet", "“at” lies ahead.")
            : new ErrorPage.Said("该时间尚未到来", "“at”尚未到来。");
    PageFrame frame = frame(language, Role.AUDITOR, "/cases/x");
    return ErrorPage.Templates.error(
        frame, 400, "error.400", said, null, frame.otherAddress(), List.of());
  }

  private static Example expired(String encoding) {
    return new Example(
        "expired-" + encoding.replaceFirst("/.*", ""),
        language ->
            ExpiredForm.Templates.expired(
                frame(language, null, "/load"), new ExpiredForm.Again("/load", encoding, SENT)));
  }

  private static TemplateInstance noRoom(Language language) {
    PageFrame frame = frame(language, Role.APPLICANT, "/applicant/drafts");
    Refused full = new Refused(Refused.Why.CONFLICT, "too-many-drafts", Map.of("most", 100));
    return NoRoom.Templates.noRoom(
        frame, NoRoom.trouble(full, frame), "/applicant/drafts/new", SENT);
  }
}
