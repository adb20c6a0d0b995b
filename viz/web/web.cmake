# The report page's script and style sheet, embedded in the library as page_assets.cpp.
#
# With RESPNET_WEB (and npm) the TypeScript under src/ is type-checked and bundled; without, the page
# has its style sheet only and says that it runs without a script. All that is made lies in the
# build tree: node_modules too, which is renewed only when the lock file changes.

set(web ${PROJECT_SOURCE_DIR}/viz/web)
set(web_build ${PROJECT_BINARY_DIR}/web)
set(page_bundle "")

if(RESPNET_WEB)
  find_program(RESPNET_NODE node DOC "Node 18 or later, for the script of the report page")
  find_program(RESPNET_NPM npm DOC "npm, for the script of the report page")
  if(NOT RESPNET_NODE OR NOT RESPNET_NPM)
    message(WARNING "RESPNET_WEB: node or npm is missing, so the report page is built without its "
      "script: static pictures and plain tables, no search or filters, and its tests do not run. "
      "Install nodejs and npm (scripts/setup does), or say -DRESPNET_WEB=OFF.")
    set(RESPNET_WEB OFF)
  endif()
endif()

# node_packages(<folder of package.json> <folder to install in> <stamp>)
function(node_packages source target stamp)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${target}
    COMMAND ${CMAKE_COMMAND} -E copy ${source}/package.json ${source}/package-lock.json
            ${source}/.npmrc ${target}
    COMMAND ${CMAKE_COMMAND} -E chdir ${target} ${RESPNET_NPM} ci --ignore-scripts --silent
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${source}/package.json ${source}/package-lock.json ${source}/.npmrc
    COMMENT "Installing the packages of ${source}" VERBATIM)
endfunction()

if(RESPNET_WEB)
  set(page_sources app bar dom filter network panel pictures rows say state tables theme tooltip zoom)
  list(TRANSFORM page_sources REPLACE "(.+)" "${web}/src/\\1.ts")
  set(page_bundle ${web_build}/page.js)
  node_packages(${web} ${web_build} ${web_build}/packages.stamp)
  add_custom_command(OUTPUT ${page_bundle}
    COMMAND ${RESPNET_NODE} ${web_build}/node_modules/typescript/bin/tsc -p ${web}/tsconfig.json
    COMMAND ${RESPNET_NODE} ${web_build}/node_modules/esbuild/bin/esbuild ${web}/src/app.ts
            --bundle --minify --format=iife --target=es2020 --charset=utf8 --legal-comments=none
            --log-level=warning --outfile=${page_bundle}
    DEPENDS ${page_sources} ${web}/tsconfig.json ${web_build}/packages.stamp
    COMMENT "Bundling the script of the report page" VERBATIM)
endif()

set(page_assets ${web_build}/page_assets.cpp)
add_custom_command(OUTPUT ${page_assets}
  COMMAND ${CMAKE_COMMAND} -D style=${web}/src/page.css -D script=${page_bundle}
          -D output=${page_assets} -P ${web}/embed.cmake
  DEPENDS ${web}/src/page.css ${page_bundle} ${web}/embed.cmake VERBATIM)
target_sources(respnet PRIVATE ${page_assets})
