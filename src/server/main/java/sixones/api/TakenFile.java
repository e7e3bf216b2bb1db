package sixones.api;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import sixones.evidence.EvidenceFiles;
import sixones.http.ConditionalResponses;
import sixones.http.Problems;
import sixones.http.SentFile;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.EvidenceFileJson;

/** An evidence file as programs send it, and how it is answered. */
public final class TakenFile {
  private TakenFile() {}

  /**
   * Reads the form of the current request: a file, and the place of the entry it belongs to.
   *
   * @param key reads the sender's own name for it, once it is a form
   * @throws sixones.round.Refused if there is no file or more than one; a request that is no form
   *     is answered with 415
   */
  public static EvidenceFiles.Sent read(Supplier<String> key, Language language) {
    if (!SentFile.isThere()) {
      throw Problems.thrown(Problem.of("not-multipart", 415, language, Map.of()));
    }
    SentFile sent = SentFile.one();
    return new EvidenceFiles.Sent(key.get(), SentFile.field("entry"), sent.name(), sent.file());
  }

  /** Answers with the file: 201 if it was added, 200 if it was there already. */
  public static Response answer(EvidenceFiles.Added added) {
    Response.ResponseBuilder answer =
        added.isNew()
            ? Response.created(URI.create("/api/files/" + added.file().digest()))
            : Response.ok();
    return answer
        .entity(ConditionalResponses.bytes(EvidenceFileJson.of(added.file())))
        .type(ConditionalResponses.JSON)
        .build();
  }
}
