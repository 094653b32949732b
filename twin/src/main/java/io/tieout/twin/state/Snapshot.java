package io.tieout.twin.state;

import io.tieout.twin.mail.Mail;
import io.tieout.twin.oauth.Grants;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.Folder;
import io.tieout.twin.smartsheet.sheet.Group;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.Workspace;
import io.tieout.twin.smartsheet.token.AppTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that survives a restart.
record Snapshot(
        List<Realm> realms,
        List<Sheet> sheets,
        List<Person> people,
        List<Group> groups,
        @Nullable List<Workspace> workspaces,
        @Nullable List<Folder> folders,
        long lastId,
        Webhooks.Kept webhooks,
        Grants.Kept grants,
        AppTokens.@Nullable Kept appTokens,
        List<Mail> mails) {}
