package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import java.util.List;

/**
 * What came in about accounts, with the news of each.
 *
 * @param people which names were said to be one person's
 */
public record Heard(
    List<MasterData> accounts,
    List<AccountUse> uses,
    List<AccountFact> facts,
    List<SamePerson> people,
    List<News> news) {

  public Heard {
    accounts = List.copyOf(accounts);
    uses = List.copyOf(uses);
    facts = List.copyOf(facts);
    people = List.copyOf(people);
    news = List.copyOf(news);
  }
}
