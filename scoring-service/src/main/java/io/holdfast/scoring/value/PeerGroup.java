package io.holdfast.scoring.value;

import java.util.List;
import java.util.Locale;

/** Other live accounts of the tenant that are like one; nobody can tell which they are. */
public record PeerGroup(Basis basis, List<AdoptionTally> peers) {

  /** From fewer peers nothing is told. */
  public static final int FEWEST = 5;

  public static final PeerGroup NOBODY = new PeerGroup(Basis.NONE, List.of());

  public PeerGroup {
    peers = peers.stream().filter(AdoptionTally::isLive).toList();
  }

  /** What makes accounts peers; the first of these that has enough. */
  public enum Basis {
    INDUSTRY_AND_SIZE("companies of the same industry and similar size"),
    SIZE("companies of similar size"),
    PLAN("companies on the same plan"),
    NONE("no group of similar companies");

    private final String words;

    Basis(String words) {
      this.words = words;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
      return words;
    }
  }
}
