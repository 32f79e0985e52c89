package io.holdfast.scoring;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.messaging.Timers;
import io.holdfast.scoring.fitting.AccountFits;
import io.holdfast.scoring.fitting.FitProfiles;
import io.holdfast.scoring.fitting.PublishFitProfile;
import io.holdfast.scoring.fitting.RenewFits;
import io.holdfast.scoring.fitting.ReportEarlyChurn;
import io.holdfast.scoring.publishing.ModelDocuments;
import io.holdfast.scoring.publishing.ModelDrafts;
import io.holdfast.scoring.publishing.ModelVersions;
import io.holdfast.scoring.publishing.PublishModel;
import io.holdfast.scoring.reporting.Peers;
import io.holdfast.scoring.reporting.ReportAdoption;
import io.holdfast.scoring.reporting.ReportHealth;
import io.holdfast.scoring.reporting.ReportValue;
import io.holdfast.scoring.reporting.StageRecords;
import io.holdfast.scoring.reporting.TellJourney;
import io.holdfast.scoring.reporting.TellTimeline;
import io.holdfast.scoring.reporting.Transitions;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.scoring.rescoring.Announcements;
import io.holdfast.scoring.rescoring.Deferrals;
import io.holdfast.scoring.rescoring.Fleet;
import io.holdfast.scoring.rescoring.FleetNotices;
import io.holdfast.scoring.rescoring.FollowAccounts;
import io.holdfast.scoring.rescoring.ForgottenPictures;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.Journeys;
import io.holdfast.scoring.rescoring.JudgeAccounts;
import io.holdfast.scoring.rescoring.JudgeByClock;
import io.holdfast.scoring.rescoring.JudgeWhenQuiet;
import io.holdfast.scoring.rescoring.MergeAccounts;
import io.holdfast.scoring.rescoring.MovedPictures;
import io.holdfast.scoring.rescoring.OverrideScore;
import io.holdfast.scoring.rescoring.RebuildPictures;
import io.holdfast.scoring.rescoring.RecallPictures;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Standings;
import io.holdfast.scoring.rescoring.WatchFleet;
import io.holdfast.scoring.timing.BacktestTimer;
import io.holdfast.scoring.timing.JudgeTimer;
import io.holdfast.scoring.trying.AccountsInTurn;
import io.holdfast.scoring.trying.AskForBacktest;
import io.holdfast.scoring.trying.Backtests;
import io.holdfast.scoring.trying.LivePortfolio;
import io.holdfast.scoring.trying.Observations;
import io.holdfast.scoring.trying.RunBacktests;
import io.holdfast.scoring.trying.SimulateModel;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {

  @Bean
  RecallPictures recallPictures(AccountPictures pictures) {
    return new RecallPictures(pictures);
  }

  @Bean
  FollowAccounts followAccounts(Journeys journeys, RecallPictures pictures) {
    return new FollowAccounts(journeys, pictures);
  }

  @Bean
  WatchFleet watchFleet(
      Rulebook rulebook,
      Fleet fleet,
      Deferrals deferrals,
      Rebuilding rebuilding,
      FleetNotices notices,
      Clock clock) {
    return new WatchFleet(rulebook, fleet, deferrals, rebuilding, notices, clock);
  }

  @Bean
  JudgeAccounts judgeAccounts(
      WatchFleet fleet,
      RecallPictures pictures,
      Standings standings,
      FollowAccounts follow,
      Announcements announcements,
      Timers timers,
      Clock clock) {
    return new JudgeAccounts(fleet, pictures, standings, follow, announcements, timers, clock);
  }

  @Bean
  HearNews hearNews(
      JudgeAccounts judge,
      WatchFleet fleet,
      Accounts accounts,
      AccountPictures pictures,
      Standings standings,
      Deferrals deferrals,
      Timers timers,
      Clock clock) {
    return new HearNews(judge, fleet, accounts, pictures, standings, deferrals, timers, clock);
  }

  @Bean
  OverrideScore overrideScore(
      Rulebook rulebook,
      Standings standings,
      AccountPictures pictures,
      HearNews hearNews,
      Clock clock) {
    return new OverrideScore(rulebook, standings, pictures, hearNews, clock);
  }

  @Bean
  PublishModel publishModel(
      ModelDocuments documents,
      ModelDrafts drafts,
      ModelVersions versions,
      HearNews hearNews,
      Clock clock) {
    return new PublishModel(documents, drafts, versions, hearNews, clock);
  }

  @Bean
  JudgeWhenQuiet judgeWhenQuiet(
      JudgeAccounts judge, Deferrals deferrals, Timers timers, Clock clock) {
    return new JudgeWhenQuiet(judge, deferrals, timers, clock);
  }

  @Bean
  JudgeByClock judgeByClock(
      JudgeAccounts judge, Deferrals deferrals, Rebuilding rebuilding, Timers timers, Clock clock) {
    return new JudgeByClock(judge, deferrals, rebuilding, timers, clock);
  }

  @Bean
  RebuildPictures rebuildPictures(ForgottenPictures forgotten, Timers timers, Clock clock) {
    return new RebuildPictures(forgotten, timers, clock);
  }

  @Bean
  MergeAccounts mergeAccounts(
      MovedPictures pictures, Deferrals deferrals, Timers timers, Clock clock) {
    return new MergeAccounts(pictures, deferrals, timers, clock);
  }

  @Bean
  AskForBacktest askForBacktest(
      Rulebook rulebook, Backtests backtests, Timers timers, Clock clock) {
    return new AskForBacktest(rulebook, backtests, timers, clock);
  }

  @Bean
  RunBacktests runBacktests(
      ModelDocuments documents,
      Backtests backtests,
      Observations observations,
      AccountsInTurn accounts,
      AccountPictures pictures,
      Rebuilding rebuilding,
      Timers timers,
      Clock clock) {
    return new RunBacktests(
        documents,
        backtests,
        observations,
        accounts,
        pictures,
        rebuilding,
        timers,
        clock,
        Schedulers.boundedElastic());
  }

  @Bean
  SimulateModel simulateModel(
      Rulebook rulebook,
      LivePortfolio portfolio,
      RecallPictures pictures,
      Rebuilding rebuilding,
      Clock clock) {
    return new SimulateModel(
        rulebook, portfolio, pictures, rebuilding, clock, Schedulers.boundedElastic());
  }

  @Bean
  RenewFits renewFits(FitProfiles profiles, AccountFits fits) {
    return new RenewFits(profiles, fits);
  }

  @Bean
  PublishFitProfile publishFitProfile(FitProfiles profiles, RenewFits renew, Clock clock) {
    return new PublishFitProfile(profiles, renew, clock);
  }

  @Bean
  ReportEarlyChurn reportEarlyChurn(
      Rulebook rulebook, FitProfiles profiles, AccountFits fits, Clock clock) {
    return new ReportEarlyChurn(rulebook, profiles, fits, clock);
  }

  @Bean
  BacktestTimer backtestTimer(RunBacktests backtests) {
    return new BacktestTimer(backtests);
  }

  /** It may have become quiet around an account whose history was arriving. */
  @Bean
  JudgeTimer rescoreTimer(JudgeWhenQuiet judge) {
    return new JudgeTimer(JudgeWhenQuiet.TIMER, judge::look);
  }

  /** A day of the tenant ended, or a band was kept long enough. */
  @Bean
  JudgeTimer dailyTimer(JudgeByClock judge) {
    return new JudgeTimer(JudgeByClock.TIMER, judge::look);
  }

  @Bean
  ReportHealth reportHealth(
      Rulebook rulebook, RecallPictures pictures, Standings standings, Clock clock) {
    return new ReportHealth(rulebook, pictures, standings, clock);
  }

  @Bean
  TellJourney tellJourney(
      Rulebook rulebook,
      RecallPictures pictures,
      Standings standings,
      Journeys journeys,
      StageRecords stages,
      Clock clock) {
    return new TellJourney(rulebook, pictures, standings, journeys, stages, clock);
  }

  @Bean
  ReportAdoption reportAdoption(
      Rulebook rulebook, RecallPictures pictures, Standings standings, Clock clock) {
    return new ReportAdoption(rulebook, pictures, standings, clock);
  }

  @Bean
  ReportValue reportValue(
      Rulebook rulebook,
      AccountPictures pictures,
      Standings standings,
      Journeys journeys,
      Peers peers,
      ReportHealth health,
      Clock clock) {
    return new ReportValue(rulebook, pictures, standings, journeys, peers, health, clock);
  }

  @Bean
  TellTimeline tellTimeline(ReportHealth reports, Transitions transitions) {
    return new TellTimeline(reports, transitions);
  }
}
