package sixones.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import sixones.report.Language;
import sixones.report.Problem;

/** A failing machine: told apart from a bad draft, with a reference to find it in the log again. */
class OurFault {
  private static final Logger LOG = Logger.getLogger(OurFault.class);
  private static final int FRAMES = 20;

  /** The problem to answer; the log gets where it happened and nothing a draft says. */
  @ServerExceptionMapper
  public Response of(RuntimeException fault, @Context HttpHeaders headers) {
    String reference = UUID.randomUUID().toString();
    StackTraceElement[] frames = fault.getStackTrace();
    List<StackTraceElement> top = Arrays.asList(frames).subList(0, Math.min(FRAMES, frames.length));
    LOG.errorf("%s %s %s", reference, fault.getClass().getName(), top);
    Language language = Wishes.language(null, headers).orElse(Language.EN);
    HttpProblem problem =
        Problems.thrown(Problem.of("our-fault", 500, language, Map.of("reference", reference)));
    return problem.toResponse();
  }
}
