package sixones.pages.bid;

import java.util.List;

/**
 * What a finding rests on, quoted whole from the bid.
 *
 * @param place where it stands, in words
 * @param parts the values examined, then the figures and documents beside them
 */
public record Quote(String place, List<BidPart> parts) {}
