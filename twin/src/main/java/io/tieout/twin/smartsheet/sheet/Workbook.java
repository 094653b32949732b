package io.tieout.twin.smartsheet.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All sheets, people and groups of the account.
@ApplicationScoped
public class Workbook {
    private final Map<Long, Sheet> sheets = new ConcurrentSkipListMap<>();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, Group> groups = new ConcurrentSkipListMap<>();
    private final Map<Long, Workspace> workspaces = new ConcurrentSkipListMap<>();
    private final Map<Long, Folder> folders = new ConcurrentSkipListMap<>();
    private final Ids ids = new Ids();

    public Ids ids() {
        return ids;
    }

    public @Nullable Sheet sheet(long id) {
        return sheets.get(id);
    }

    public List<Sheet> sheets() {
        return List.copyOf(sheets.values());
    }

    public List<Person> people() {
        return people.values().stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
    }

    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    public List<Workspace> workspaces() {
        return List.copyOf(workspaces.values());
    }

    public @Nullable Workspace workspace(long id) {
        return workspaces.get(id);
    }

    public void replaceWorkspaces(List<Workspace> newWorkspaces, List<Folder> newFolders) {
        workspaces.clear();
        folders.clear();
        newWorkspaces.forEach(one -> workspaces.put(one.id(), one));
        newFolders.forEach(one -> folders.put(one.id(), one));
    }

    public List<Folder> folders() {
        return List.copyOf(folders.values());
    }

    public @Nullable Folder folder(long id) {
        return folders.get(id);
    }

    /// The folder of that name there, made where there is none.
    public synchronized Folder folder(long workspaceId, @Nullable Long parentId, String name) {
        return folders.values().stream()
                .filter(one ->
                        one.workspaceId() == workspaceId
                                && Objects.equals(one.parentId(), parentId)
                                && one.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    var made = new Folder(ids.next(), name, workspaceId, parentId);
                    folders.put(made.id(), made);
                    return made;
                });
    }

    public void replace(List<Sheet> newSheets, List<Person> newPeople, List<Group> newGroups) {
        sheets.clear();
        people.clear();
        groups.clear();
        newSheets.forEach(sheet -> sheets.put(sheet.id(), sheet));
        newPeople.forEach(person -> people.put(person.email(), person));
        newGroups.forEach(group -> groups.put(group.id(), group));
    }

    /// One group as it is from now on.
    public void put(Group group) {
        groups.put(group.id(), group);
    }

    public void add(Sheet sheet) {
        sheets.put(sheet.id(), sheet);
    }

    public void remove(long sheetId) {
        sheets.remove(sheetId);
    }

    /// The person, or a stranger of that address.
    public Person person(String email) {
        var known = people.get(email);
        return known == null ? new Person(0, email, email, false, "ACTIVE", null) : known;
    }

    public @Nullable Person byId(long id) {
        return people.values().stream().filter(one -> one.id() == id).findFirst().orElse(null);
    }

    public @Nullable Person byToken(String token) {
        return people.values().stream()
                .filter(one -> token.equals(one.token()))
                .findFirst()
                .orElse(null);
    }

    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        people.values().forEach(one -> names.put(one.email(), one.name()));
        return names;
    }

    /// What a person may do with a sheet, by own share or by a group's; null when nothing.
    public Share.@Nullable Level level(Sheet sheet, Person person) {
        if (sheet.owner().equals(person.email())) {
            return Share.Level.OWNER;
        }
        return Stream.concat(sheet.shares().stream(), inherited(sheet).stream())
                .filter(share -> covers(share, person))
                .map(Share::level)
                .max(Share.Level::compareTo)
                .orElse(null);
    }

    /// What a person may do with a workspace itself; null when nothing.
    public Share.@Nullable Level level(Workspace workspace, Person person) {
        return workspace.shares().stream()
                .filter(share -> covers(share, person))
                .map(Share::level)
                .max(Share.Level::compareTo)
                .orElse(null);
    }

    /// The shares that a sheet has from its workspace.
    public List<Share> inherited(Sheet sheet) {
        var workspace = sheet.workspaceId() == null ? null : workspaces.get(sheet.workspaceId());
        return workspace == null ? List.of() : workspace.shares();
    }

    private boolean covers(Share share, Person person) {
        if (!share.group()) {
            return share.granteeId() == person.id();
        }
        var group = groups.get(share.granteeId());
        return group != null && group.members().contains(person.email());
    }
}
