package sixones.pages.paper;

import sixones.pages.bid.ReadableBid;
import sixones.submission.Submission;

/**
 * A bid as it is printed to be signed: every field of the form, stated or not.
 *
 * @param applicant its name and code
 * @param accepted when it was handed in, with seconds and zone
 * @param withdrawn when it was withdrawn, with seconds and zone; null if it was not
 */
record BidPaper(
    Submission submission,
    String round,
    String applicant,
    String accepted,
    String withdrawn,
    ReadableBid bid) {}
