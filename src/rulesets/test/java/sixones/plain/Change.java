package sixones.plain;

import java.util.List;

/** Ways to change the name of an industry into one it may be taken for, each in a few variants. */
enum Change {
  ENDING {
    @Override
    String make(String name, int variant) {
      return name
          + (isChinese(name)
              ? of(variant, "产业", "产业链", "业", "行业", "（工业）", "·产业集群", "——产业", "产业產業鏈")
              : of(variant, " industry", " Industries", " – industry chain", "-value chain"));
    }
  },
  GENERAL_WORD {
    @Override
    String make(String name, int variant) {
      return isChinese(name)
          ? of(variant, "新型", "先进", "智能装备", "第一", "新興") + name
          : of(variant, "Advanced ", "smart ", "new and ", "high-end ") + name;
    }
  },
  BRACKETS {
    @Override
    String make(String name, int variant) {
      return name + of(variant, "（2022）", "(pilot (one))", "（试点", "）", "〔芯片〕", "（拟）");
    }
  },
  BRACKETED {
    @Override
    String make(String name, int variant) {
      return of(variant, "量子（", "(quantum) (", "other [") + name + "）";
    }
  },
  TRADITIONAL {
    @Override
    String make(String name, int variant) {
      return Spelling.exchanged(name, "电装饮产业链兴", "電裝飲產業鏈興");
    }
  },
  LEFT_OUT {
    @Override
    String make(String name, int variant) {
      int at = variant % Characters.count(name);
      return start(name, at) + rest(name, at + 1);
    }
  },
  PUT_IN {
    @Override
    String make(String name, int variant) {
      int at = variant % Characters.count(name);
      return start(name, at) + of(variant, "新", "x", "𠮷", "é") + rest(name, at);
    }
  },
  REPLACED {
    @Override
    String make(String name, int variant) {
      int at = variant % Characters.count(name);
      return start(name, at) + of(variant, "新", "x", "𠮷", "-") + rest(name, at + 1);
    }
  },
  FIRST_HALF {
    @Override
    String make(String name, int variant) {
      return start(name, (Characters.count(name) + 1) / 2);
    }
  },
  JOINED {
    @Override
    String make(String name, int variant) {
      return name + of(variant, "、量子", "与chips", " & quantum", "/制造", "・示例");
    }
  },
  DAMAGED {
    @Override
    String make(String name, int variant) {
      return name + of(variant, "\uFFFD", "\uE000", "\uDBC0\uDC00", "待定", "…");
    }
  };

  /** The changed name; a name of one character is left as it is. */
  String changed(String name, int variant) {
    return Characters.count(name) < 2 ? name : make(name, variant);
  }

  abstract String make(String name, int variant);

  private static boolean isChinese(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }

  private static String start(String name, int characters) {
    return name.substring(0, name.offsetByCodePoints(0, characters));
  }

  private static String rest(String name, int from) {
    return name.substring(name.offsetByCodePoints(0, from));
  }

  private static String of(int variant, String... all) {
    return List.of(all).get(variant % all.length);
  }
}
