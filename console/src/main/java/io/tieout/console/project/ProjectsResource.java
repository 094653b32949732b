package io.tieout.console.project;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.Words;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The projects page.
@Path("/projects")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ProjectsResource {
    private final Projects projects;
    private final ProjectViews views;
    private final Frames frames;
    private final ConsoleConfig config;

    ProjectsResource(Projects projects, ProjectViews views, Frames frames, ConsoleConfig config) {
        this.projects = projects;
        this.views = views;
        this.frames = frames;
        this.config = config;
    }

    @GET
    public TemplateInstance page(@BeanParam ProjectFilter filter) {
        List<ProjectSum> all = projects.all();
        List<ProjectSum> matching = filter.of(all);
        int size = config.limits().pageSize();
        List<ProjectSum> shown =
                matching.stream().skip((filter.page() - 1L) * size).limit(size).toList();
        Optional<ProjectSum> wanted =
                all.stream()
                        .filter(sum -> sum.name().equalsIgnoreCase(filter.chosen()))
                        .findFirst();
        boolean opened = wanted.isPresent();
        Optional<ProjectSum> chosen =
                opened || !filter.chosen().isEmpty() ? wanted : shown.stream().findFirst();
        String id = chosen.map(ProjectSum::name).orElse("");
        Address address = filter.address();
        return new ProjectsPage(
                frames.frame(Section.PROJECTS, id.isEmpty() ? Section.PROJECTS.label() : id),
                address.with("id", opened ? id : "").toString(),
                Arrays.stream(ProjectFilter.Sort.values())
                        .map(sort ->
                                new Choice(
                                        sort.label(),
                                        sort.name().toLowerCase(Locale.ROOT),
                                        sort == filter.sort(),
                                        ""))
                        .toList(),
                filter.search(),
                shown.stream().map(sum -> ProjectViews.line(sum, address, id)).toList(),
                total(matching),
                Pager.of(address, filter.page(), size, shown.size(), matching.size()),
                chosen.map(views::item).orElse(null),
                opened,
                chosen.isEmpty() ? filter.chosen() : "",
                address.toString());
    }

    private static String total(List<ProjectSum> sums) {
        long ready = sums.stream().mapToLong(ProjectSum::readyRows).sum();
        return "%s, %s ready and not billed"
                .formatted(Words.count(sums.size(), "project"), Words.count(ready, "row"));
    }
}
