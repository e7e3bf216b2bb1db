package sixones.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import sixones.bid.UnreadableDraft;
import sixones.report.Problem;
import sixones.round.Refused;

/** Acts the rooms refuse, as the REST door tells them. */
class Refusals {
  @ServerExceptionMapper
  public Response of(Refused refused, @Context HttpHeaders headers) {
    return Problems.thrown(Problem.of(refused, Wishes.spokenOrEnglish(headers))).toResponse();
  }

  @ServerExceptionMapper
  public Response of(UnreadableDraft draft, @Context HttpHeaders headers) {
    return Problems.thrown(Problem.of(draft, Wishes.spokenOrEnglish(headers))).toResponse();
  }
}
