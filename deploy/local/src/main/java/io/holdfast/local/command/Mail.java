package io.holdfast.local.command;

import io.holdfast.local.Refusal;
import io.holdfast.local.mail.CaughtMail;
import io.holdfast.local.mail.Mailbox;
import io.holdfast.local.platform.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lists and shows the mail that the platform has sent, none of which has left this machine. */
final class Mail {

  private static final String USAGE = "usage: mail [N|last] [--raw]";

  private final Instance instance;
  private final PrintStream out;

  Mail(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  int run(List<String> words) {
    List<CaughtMail> mails = new Mailbox(instance.state().mail(), Clock.systemUTC()).all();
    boolean raw = words.contains("--raw");
    List<String> which = words.stream().filter(word -> !word.equals("--raw")).toList();
    switch (which.size()) {
      case 0 -> list(mails);
      case 1 -> show(chosen(mails, which.getFirst()), raw);
      default -> throw new Refusal(USAGE);
    }
    return 0;
  }

  private void list(List<CaughtMail> mails) {
    if (mails.isEmpty()) {
      out.println("No mail has been caught.");
    }
    for (int i = 0; i < mails.size(); i++) {
      CaughtMail mail = mails.get(i);
      out.printf(
          "%4d  %s  %-32s  %s%n",
          i + 1, mail.caughtAt().truncatedTo(ChronoUnit.SECONDS), mail.to(), mail.subject());
    }
  }

  private void show(CaughtMail mail, boolean raw) {
    if (raw) {
      try {
        Files.copy(mail.file(), out);
      } catch (IOException e) {
        throw new Refusal("%s cannot be read: %s.".formatted(mail.file(), e), e);
      }
      return;
    }
    out.println("From:    " + mail.from());
    out.println("To:      " + mail.to());
    out.println("Caught:  " + mail.caughtAt());
    out.println("Subject: " + mail.subject());
    out.println("File:    " + mail.file());
    out.println();
    out.println(mail.text().strip());
  }

  private static CaughtMail chosen(List<CaughtMail> mails, String which) {
    String number = which.equals("last") ? String.valueOf(mails.size()) : which;
    if (!number.matches("\\d{1,9}")) {
      throw new Refusal("'%s' is not the number of a mail; %s".formatted(which, USAGE));
    }
    int index = Integer.parseInt(number) - 1;
    if (index < 0 || index >= mails.size()) {
      throw new Refusal("There is no mail %s; %d have been caught.".formatted(which, mails.size()));
    }
    return mails.get(index);
  }
}
