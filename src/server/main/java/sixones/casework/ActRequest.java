package sixones.casework;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import sixones.evidence.FileOwner;
import sixones.official.OfficialEvaluations;
import sixones.proceeding.act.ActKind;
import sixones.submission.Submissions;

/**
 * An act that somebody asks for.
 *
 * @param json the body, without what the office completes
 * @param revision the number of the last act that was seen; null if that is not compared
 * @param key the idempotency key chosen by the client
 * @param onBehalfOf the number of the person for whom it is done; null if in one's own right
 */
public record ActRequest(ActKind kind, byte[] json, Long revision, String key, Long onBehalfOf) {
  /**
   * Returns the request to reply with a bid, and with the files of what is named as holding some.
   */
  static ActRequest replying(Submissions.Handed handed) {
    FileOwner files = handed.filesOf();
    byte[] what =
        files == null
            ? handed.bytes()
            : joined("files of " + files.kind() + " " + files.id() + " ", handed.bytes());
    return new ActRequest(ActKind.REPLY, what, null, handed.key(), null);
  }

  String digest(UUID of) {
    return OfficialEvaluations.digest(joined(of + " " + kind.id() + " " + onBehalfOf + " ", json));
  }

  private static byte[] joined(String head, byte[] rest) {
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, whole, first.length, rest.length);
    return whole;
  }
}
