package sixones.draft;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import sixones.round.Locks;
import sixones.round.Refused;

/**
 * Enforces an applicant's quota. Usage is computed in the transaction that adds to it, under an
 * exclusive lock of the applicant, so concurrent instances cannot exceed the quota together.
 */
public final class QuotaCheck {
  private final Quota quota;
  private final String applicant;

  private QuotaCheck(Quota quota, String applicant) {
    this.quota = quota;
    this.applicant = applicant;
  }

  /** Takes the applicant's lock until the transaction ends and computes its usage. */
  public static QuotaCheck alone(Quota quota, String applicant) {
    Locks.alone("kept by " + applicant);
    return new QuotaCheck(quota, applicant);
  }

  /** Returns the present usage. */
  static Usage used(Quota quota, String applicant) {
    return new QuotaCheck(quota, applicant).used();
  }

  private record Counted(Long drafts, Long draftBytes, Long bids, Long bidBytes) {}

  private Usage used() {
    Counted counted =
        Panache.getSession()
            .createNativeQuery(
                """
                select d.count, d.bytes, b.count, b.bytes
                from (select count(*) as count, cast(coalesce(sum(size), 0) as bigint) as bytes
                    from working_draft where applicant = ?1) d,
                  (select count(*) as count,
                      cast(coalesce(sum(s.size + octet_length(e.body)), 0) as bigint) as bytes
                    from submission s
                      join evaluation e on e.submission = s.id
                      join round r on r.id = s.round
                    where s.applicant = ?1 and r.state <> 'decided') b
                """,
                Counted.class)
            .setParameter(1, applicant)
            .getSingleResult();
    return new Usage(
        quota, counted.drafts(), counted.draftBytes(), counted.bids(), counted.bidBytes());
  }

  /** Refuses a new draft if the number or the bytes would exceed the quota. */
  void takeDraft(long bytes) {
    Usage used = used();
    if (used.drafts() >= quota.drafts()) {
      throw new Refused(
          Refused.Why.CONFLICT,
          "too-many-drafts",
          Map.of("most", quota.drafts(), "kept", used.drafts()));
    }
    take(used, bytes);
  }

  /** Refuses an update of a draft that would exceed the quota. */
  void grow(long by) {
    take(used(), by);
  }

  private void take(Usage used, long more) {
    long then = used.bytes() + more;
    if (then > quota.bytes()) {
      throw new Refused(Refused.Why.CONFLICT, "no-room-for-draft", used.messageValues(then));
    }
  }

  /**
   * Bytes of the applicant's bids in one round, number of its other current bids there, and bytes
   * of the bid just inserted.
   */
  private record InRound(Long bytes, Long standing, Long own) {}

  /**
   * Refuses a submission just inserted if it exceeds the quota. An applicant without another
   * current bid in the round is exempt as long as its bids of that round alone fit the quota, so
   * that drafts and bids of other rounds cannot keep it from submitting.
   */
  public void keepBid(UUID round, UUID bid) {
    Usage used = used();
    if (used.bytes() <= quota.bytes()) {
      return;
    }
    InRound here = inRound(round, bid);
    boolean full = here.bytes() > quota.bytes();
    if (full || here.standing() > 0) {
      Map<String, Object> values =
          new HashMap<>(used.withoutBid(here.own()).messageValues(used.bytes()));
      values.put("way", full ? "none" : used.drafts() > 0 ? "drafts" : "bids");
      throw new Refused(Refused.Why.CONFLICT, "no-room-for-bid", values);
    }
  }

  private InRound inRound(UUID round, UUID bid) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select cast(sum(s.size + octet_length(e.body)) as bigint),
              count(*) filter (where w.submission is null and s.id <> ?3),
              cast(sum(s.size + octet_length(e.body)) filter (where s.id = ?3) as bigint)
            from submission s
              join evaluation e on e.submission = s.id
              left join withdrawal w on w.submission = s.id
            where s.round = ?2 and s.applicant = ?1
            """,
            InRound.class)
        .setParameter(1, applicant)
        .setParameter(2, round)
        .setParameter(3, bid)
        .getSingleResult();
  }
}
