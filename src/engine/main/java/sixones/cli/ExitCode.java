package sixones.cli;

import sixones.evaluation.Verdict;

/**
 * Exit codes of a command, from best to worst. Codes from 64 on are those of {@code sysexits.h}.
 */
public enum ExitCode {
  MET(0),
  OPEN(2),
  NOT_MET(1),
  WRONG_USAGE(64),
  UNREADABLE(65),
  NO_SUCH_FILE(66),
  CANNOT_WRITE(73),
  REFUSED(77),
  DATABASE_UNUSABLE(69),
  OUR_FAULT(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  ExitCode worse(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case MET -> MET;
      case OPEN -> OPEN;
      case NOT_MET -> NOT_MET;
    };
  }
}
