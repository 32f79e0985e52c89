package io.holdfast.notification.remembering;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.telling.Directory;
import org.junit.jupiter.api.Test;

public interface AccountsAnewContract extends Carried {

  Directory directory();

  Accounts accounts();

  AccountsAnew anew();

  @Test
  default void accountsInUseStayUntilTheNewOnesTakeTheirPlace() {
    done(accounts().recorded(account("Acme", "ana@larkfield.example")));
    done(anew().begin());
    done(anew().told(account("Acme Corp", "bo@larkfield.example")));
    assertThat(known()).isEqualTo("Acme of ana@larkfield.example");

    done(anew().takeTheirPlace());
    assertThat(known()).isEqualTo("Acme Corp of bo@larkfield.example");
  }

  @Test
  default void anAccountTheArchiveDoesNotKnowIsKnownNoLonger() {
    done(accounts().recorded(account("Acme", "ana@larkfield.example")));
    done(anew().begin());

    done(anew().takeTheirPlace());
    assertThat(known()).isEqualTo("acme of nobody");
  }

  @Test
  default void theArchiveTellsTheNewestLastAndLiveNewsKnowsBetter() {
    done(anew().begin());
    done(anew().told(account("Acme", "ana@larkfield.example")));
    done(anew().told(account("Acme Inc", "bo@larkfield.example")));
    done(anew().takeTheirPlace());
    assertThat(known()).isEqualTo("Acme Inc of bo@larkfield.example");

    done(anew().begin());
    done(anew().recorded(account("Acme Corp", "cy@larkfield.example")));
    done(anew().told(account("Acme Inc", "bo@larkfield.example")));
    done(anew().takeTheirPlace());
    assertThat(known()).isEqualTo("Acme Corp of cy@larkfield.example");
  }

  @Test
  default void whatIsMentionedWhileTheyAreMadeFillsInWhatIsNotKnownYet() {
    done(anew().begin());
    done(anew().mentioned(account("Acme", null)));
    done(anew().mentioned(account("acme", "ana@larkfield.example")));
    done(anew().mentioned(account("acme", "bo@larkfield.example")));

    done(anew().takeTheirPlace());
    assertThat(known()).isEqualTo("Acme of ana@larkfield.example");
  }

  @Test
  default void aBeginningForgetsWhatAnEarlierOneCollected() {
    done(anew().begin());
    done(anew().told(account("Acme", "ana@larkfield.example")));
    done(anew().begin());

    done(anew().takeTheirPlace());
    assertThat(known()).isEqualTo("acme of nobody");
  }

  private String known() {
    Directory.AccountCard card = done(directory().account("acme"));
    return card.name()
        + " of "
        + card.recipients().owner().map(EmailAddress::value).orElse("nobody");
  }

  private static AccountNews account(String name, String owner) {
    return new AccountNews("acme", name, owner);
  }
}
