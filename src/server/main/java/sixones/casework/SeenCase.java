package sixones.casework;

import sixones.proceeding.BidCase;
import sixones.proceeding.CaseView;
import sixones.round.Round;
import sixones.submission.CurrentBid;

/**
 * A case as an official sees it. One who keeps away from it, or has declared nothing for the round,
 * sees whose case it is and why she sees no more.
 *
 * @param withheld {@code recused} or {@code undeclared}; null if the rest is told
 * @param view null if it is withheld
 * @param bid the bid that counts, with the machine's verdict; null if it is withheld, if none
 *     stands, or in a list that is read without
 */
public record SeenCase(
    BidCase bidCase, Round round, String withheld, CaseView view, CurrentBid bid) {
  /** Returns the case with the bid that counts in it. */
  SeenCase with(CurrentBid standing) {
    return new SeenCase(bidCase, round, withheld, view, standing);
  }

  public boolean isWithheld() {
    return withheld != null;
  }
}
